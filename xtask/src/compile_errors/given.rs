//! What an exercise gives in its `src/given.rs`, by name: a compile error is often about one of these.

use crate::course::Exercise;
use std::fs;
use verdict::text::list;

/// The story's own code.
pub(super) struct Given {
    /// From the course's root.
    file: String,
    source: String,
}

impl Given {
    pub(super) fn of(exercise: &Exercise) -> Given {
        let source = fs::read_to_string(exercise.dir.join("src/given.rs")).unwrap_or_default();
        Given { file: format!("{}/src/given.rs", exercise.folder), source }
    }

    /// Whether an answer can import this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.line_of(&["fn", "async fn", "struct", "enum", "type", "const"], name).is_some()
    }

    /// Whether it is a function of its own, not a type's.
    pub(super) fn has_function(&self, name: &str) -> bool {
        self.line_of(&["fn", "async fn"], name).is_some()
    }

    /// Where a type is defined, and what it has for others to use.
    pub(super) fn definition(&self, name: &str) -> Option<String> {
        let (line, is_enum) = match self.line_of(&["enum"], name) {
            Some(line) => (line, true),
            None => (self.line_of(&["struct"], name)?, false),
        };
        let has = match is_enum {
            true => self.cases(name),
            false => [self.fields(line), self.functions(name)].concat(),
        };
        let place = format!("`{name}` is in {}:{}.", self.file, line + 1);
        Some(match has.as_slice() {
            [] => place,
            has if is_enum => format!("{place} Its cases are {}.", list(has, has.len())),
            has => format!("{place} You can use {}.", list(has, has.len())),
        })
    }

    /// The type that has this method.
    pub(super) fn owner(&self, method: &str) -> Option<&str> {
        self.source.split("\nimpl ").skip(1).find_map(|block| {
            let (name, _) = block.split_once(" {\n")?;
            let mut functions = block.split("\n}\n").next()?.lines().filter_map(public_function);
            functions.any(|function| function == method).then_some(name)
        })
    }

    /// The enum that has this case, and the case as it is written.
    pub(super) fn case(&self, case: &str) -> Option<String> {
        let enums = self.source.lines().filter_map(|line| line.strip_prefix("pub enum "));
        let mut cases = enums.flat_map(|line| self.cases(word(line)));
        let of_enum = format!("::{case}");
        cases
            .find(|it| it.trim_end_matches(['`', '(', '…', ')', ' ', '{', '}']).ends_with(&of_enum))
    }

    /// The line, from 0, in which one of these `kinds` of item is defined.
    fn line_of(&self, kinds: &[&str], name: &str) -> Option<usize> {
        let is_it = |line: &str| {
            let rest = |kind| line.strip_prefix("pub ")?.strip_prefix(kind)?.strip_prefix(' ');
            kinds.iter().any(|kind| rest(kind).is_some_and(|rest| word(rest) == name))
        };
        self.source.lines().position(is_it)
    }

    /// The lines between the one that begins with this and the brace that ends it.
    fn body(&self, begins: &str) -> impl Iterator<Item = &str> {
        let lines = self.source.lines().skip_while(move |line| !line.starts_with(begins)).skip(1);
        lines.take_while(|line| !line.starts_with('}'))
    }

    fn cases(&self, name: &str) -> Vec<String> {
        let begins = format!("pub enum {name} {{");
        let cases =
            self.body(&begins).map(str::trim).filter(|line| line.starts_with(char::is_uppercase));
        let written = cases.map(|line| {
            let case = word(line);
            let holds = match line[case.len()..].chars().next() {
                Some('(') => "(…)",
                Some(' ') => " { … }",
                _ => "",
            };
            format!("`{name}::{case}{holds}`")
        });
        written.collect()
    }

    fn fields(&self, line: usize) -> Vec<String> {
        let mut lines = self.source.lines().skip(line);
        if !lines.next().is_some_and(|line| line.ends_with('{')) {
            return Vec::new();
        }
        let fields = lines.take_while(|line| !line.starts_with('}'));
        let public = fields.filter_map(|line| line.strip_prefix("    pub "));
        public.map(|field| format!("`.{}`", word(field))).collect()
    }

    fn functions(&self, name: &str) -> Vec<String> {
        let begins = format!("impl {name} {{");
        let functions = self.body(&begins).filter_map(|line| Some((line, public_function(line)?)));
        let written = functions.map(|(line, function)| match line.contains("self") {
            true => format!("`.{function}(…)`"),
            false => format!("`{name}::{function}(…)`"),
        });
        written.collect()
    }
}

/// The name of the public function of a type that begins in this line.
fn public_function(line: &str) -> Option<&str> {
    let line = line.strip_prefix("    pub ")?;
    Some(word(line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ")?))
}

/// The name at the beginning of a text.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEA: &str = "\
pub struct Pot {
    pub cups: u32,
    leaves: u32,
}

pub enum Kind {
    Green,
    Black(u32),
}

impl Pot {
    /// Full.
    pub fn new() -> Pot {}

    pub async fn pour(&self) -> u32 {}

    fn refill(&self) {}
}

pub async fn boil() {}
";

    #[test]
    fn a_type_is_found_with_what_it_has() {
        let tea = Given { file: "tea.rs".to_owned(), source: TEA.to_owned() };
        let pot = "`Pot` is in tea.rs:1. You can use `.cups`, `Pot::new(…)` and `.pour(…)`.";
        assert_eq!(tea.definition("Pot").as_deref(), Some(pot));
        let kind = "`Kind` is in tea.rs:6. Its cases are `Kind::Green` and `Kind::Black(…)`.";
        assert_eq!(tea.definition("Kind").as_deref(), Some(kind));
        assert_eq!(tea.definition("Cup"), None);
        assert_eq!(tea.case("Black").as_deref(), Some("`Kind::Black(…)`"));
        assert_eq!(tea.case("lack"), None);
        assert_eq!(tea.owner("pour"), Some("Pot"));
        assert_eq!(tea.owner("refill"), None);
        assert!(tea.has("Pot") && tea.has("boil") && tea.has_function("boil"));
        assert!(!tea.has("new") && !tea.has_function("Pot"));
    }
}
