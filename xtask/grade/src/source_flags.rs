//! Reads a submission's source for what somebody should look at, and marks those lines.
//!
//! `-F unsafe_code` closes most ways around the judge, and a promise for any input is judged in another
//! process. What is left are holes in the compiler, by which safe code makes any value of any other, and
//! things that no exercise is about. A mark is a reason to read. No mark proves nothing: whoever knows a hole
//! can write it in other words.
//!
//! It is one pass over the tokens of the compiler's own lexer: another one may take for a text what the
//! compiler runs.

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang, tokenize};
use std::collections::BTreeSet;
use verdict::text::truncate;

/// A line that somebody should read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Counted from 1.
    pub line: usize,
    /// The code on it, without what its texts say, and cut to what a page has room for.
    pub text: String,
    pub why: String,
}

/// What is marked in a source.
#[derive(Debug, Default)]
pub struct Marked {
    pub flags: Vec<Flag>,
    pub doubt: Doubt,
}

/// When an answer has no grade before somebody has read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Never: it is only mentioned.
    #[default]
    None,
    /// Where it breaks the promise for any input, which is judged outside of its process: a way around the
    /// other promises takes something like this.
    IfWrong,
    /// In any case: no promise tells what it hides.
    Always,
}
use Doubt::{Always, IfWrong};

/// Words that no answer may have, each with what it stands for.
const REFUSED: [(&str, &str); 6] = [
    ("naked_asm", "assembler"),
    ("global_asm", "assembler"),
    ("asm", "assembler"),
    // The compiler forbids it, but for what is handed to a macro that has unsafe code of its own.
    ("unsafe", "unsafe code"),
    // `extern crate self as lab;` would change what the story's own code means by the name.
    ("extern", "a crate or function of elsewhere"),
    ("global_allocator", "an allocator"),
];

const HOLE: &str = "known holes in the compiler can be reached with it";
const MEMORY: &str = "whoever looks for something in memory uses it";
const SYSTEM: &str = "no exercise needs anything of its process or of the system";
const PANICS: &str = "it decides which panics the judge hears of";
const CLOCK: &str = "it moves the clock by hand";
const FILES: &str = "an answer is one file";

/// Where a word means what is marked: anywhere, in a path or an import, or as the name of a macro.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    InPaths,
    OfMacros,
}
use Place::{Anywhere, InPaths, OfMacros};

/// Words that are marked, where, and how much they count.
const MARKED: [(&str, &[&str], Place, Doubt); 6] = [
    (
        HOLE,
        &[
            "trait",
            "Sized",
            "PhantomData",
            "macro_rules",
            "from_fn",
            "repeat_with",
            "once_with",
            "peekable",
            "Peekable",
            "peek_mut",
            "LazyCell",
            "LazyLock",
            "TypeId",
        ],
        Anywhere,
        IfWrong,
    ),
    (
        MEMORY,
        &["black_box", "as_ptr", "as_mut_ptr", "addr", "from_raw_parts", "NonNull"],
        Anywhere,
        IfWrong,
    ),
    (
        SYSTEM,
        &["process", "env", "fs", "net", "os", "stdin", "stdout", "stderr"],
        InPaths,
        Doubt::None,
    ),
    (PANICS, &["set_hook", "take_hook", "update_hook"], Anywhere, Always),
    (CLOCK, &["pause", "resume", "advance"], InPaths, Doubt::None),
    (FILES, &["include", "include_str", "include_bytes"], OfMacros, Doubt::None),
];

/// What trait objects are of in answers of every day.
const OBJECTS: [&str; 5] = ["Future", "Error", "Stream", "Send", "StdError"];

/// The most lines that are quoted of one source.
const MOST: usize = 12;

/// The most of one line, in columns.
const WIDEST: usize = 120;

/// Why `source` is not accepted, for its author; `None` when nothing is wrong with it. It must be something
/// that the compiler takes: of anything else the compiler is the better teacher.
pub fn objection(source: &str) -> Option<String> {
    let tokens = Tokens::of(source);
    let refused = |word: &str| REFUSED.into_iter().find(|(known, _)| *known == word);
    let found = if tokens.all_known {
        tokens.all.iter().find_map(|(_, token)| refused(token))
    } else {
        // Who knows where a newer compiler sees a text or a comment.
        source.split(|c: char| !c.is_alphanumeric() && c != '_').find_map(refused)
    };
    found.map(|(word, what)| format!("src/lib.rs uses {word}: {what} has no place in an answer."))
}

/// What is to be read in `source`.
pub fn marked(source: &str, has_given: bool) -> Marked {
    let tokens = Tokens::of(source);
    let lines: Vec<&str> = tokens.code.lines().collect();
    let mut marked = Marked::default();
    let mut mark = |at: usize, what: &str, why: &str, doubt: Doubt| {
        marked.doubt = marked.doubt.max(doubt);
        let line = tokens.all.get(at).map_or(1, |(line, _)| *line);
        let why = if what.is_empty() { why.to_owned() } else { format!("{what}: {why}") };
        let is_new = !marked.flags.iter().any(|flag| flag.line == line && flag.why == why);
        if is_new && marked.flags.len() < MOST {
            let text = lines.get(line - 1).copied().unwrap_or_default().trim();
            marked.flags.push(Flag { line, text: truncate(text, WIDEST, "…"), why });
        }
    };
    if !tokens.all_known {
        mark(0, "", "it has what Rust 1.95 does not know", IfWrong);
    }
    if has_given && !tokens.begin_with_the_story() {
        mark(
            0,
            "",
            "something stands before `pub mod given;`, and the story's own code uses it",
            IfWrong,
        );
    }
    let generic: BTreeSet<&str> = (0..tokens.all.len())
        .filter(|&at| tokens.is(at, "fn") && tokens.is(at + 2, "<"))
        .map(|at| tokens.word(at + 1))
        .collect();
    let mut in_use = false;
    for at in 0..tokens.all.len() {
        let (word, next) = (tokens.word(at), tokens.word(at + 1));
        in_use = (in_use || word == "use") && word != ";";
        let is_at = |path| match path {
            Anywhere => true,
            InPaths => in_use || tokens.is_in_path(at),
            OfMacros => next == "!",
        };
        for (why, words, path, doubt) in MARKED {
            if words.contains(&word) && is_at(path) {
                mark(at, word, why, doubt);
            }
        }
        let before = tokens.word(at.wrapping_sub(1));
        match word {
            "mod" if next != "given" || !tokens.is(at + 2, ";") => {
                mark(at, "mod", FILES, Doubt::None);
            }
            "path" if tokens.is(at + 1, "=") && before == "[" => {
                mark(at, "path", FILES, Doubt::None);
            }
            "fn" if next == "(" => mark(at, "a function pointer", HOLE, IfWrong),
            "for" if next == "<" => mark(at, "for<…>", HOLE, IfWrong),
            "dyn" if !OBJECTS.contains(&tokens.last_of_path(at + 1)) => {
                mark(at, "dyn", HOLE, IfWrong);
            }
            "type" if tokens.is(at + 2, "<") => {
                mark(at, "a type alias with parameters", HOLE, IfWrong);
            }
            "static" if tokens.is(at + 2, ":") && tokens.is(at + 3, "&") => {
                mark(at, "a static reference", HOLE, IfWrong);
            }
            "'static" if before == "&" || before == ":" => mark(at, "'static", HOLE, IfWrong),
            name if generic.contains(name) && before != "fn" && !tokens.is_called(at) => {
                mark(at, "a generic function that is not called", HOLE, IfWrong);
            }
            _ => {}
        }
    }
    marked
}

/// All that means something, in order, each with its line: no spaces, no comments.
struct Tokens<'a> {
    all: Vec<(usize, &'a str)>,
    /// The source, line by line, without comments and without what is in its texts.
    code: String,
    /// Whether the lexer knows all of them: it is that of Rust 1.95.
    all_known: bool,
}

impl<'a> Tokens<'a> {
    fn of(source: &'a str) -> Tokens<'a> {
        let mut tokens = Tokens { all: Vec::new(), code: String::new(), all_known: true };
        let start = strip_shebang(source).unwrap_or_default();
        let (mut line, mut rest) = (1, &source[start..]);
        for token in tokenize(rest, FrontmatterAllowed::Yes) {
            let (text, after) = rest.split_at(token.len as usize);
            let lines = text.bytes().filter(|byte| *byte == b'\n').count();
            rest = after;
            match token.kind {
                TokenKind::Literal { kind: LiteralKind::Int { .. }, .. } => tokens.code += text,
                TokenKind::Literal { .. } => tokens.code += "\"…\"",
                TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {}
                TokenKind::Whitespace => tokens.code += &text.replace('\n', ""),
                _ => tokens.code += text,
            }
            tokens.code += &"\n".repeat(lines);
            use TokenKind::*;
            let meant = match token.kind {
                Whitespace | LineComment { .. } | BlockComment { .. } => None,
                RawIdent => Some(&text[2..]),
                Literal { .. } => Some("\"\""),
                InvalidIdent
                | UnknownPrefix
                | UnknownPrefixLifetime
                | GuardedStrPrefix
                | Unknown
                | Frontmatter { .. } => {
                    tokens.all_known = false;
                    None
                }
                _ => Some(text),
            };
            tokens.all.extend(meant.map(|meant| (line, meant)));
            line += lines;
        }
        tokens
    }

    /// The token at `at`, or nothing.
    fn word(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |(_, token)| token)
    }

    fn is(&self, at: usize, token: &str) -> bool {
        self.word(at) == token
    }

    /// Whether a call follows the name at `at`: `f(…)`, `f::<…`.
    fn is_called(&self, at: usize) -> bool {
        self.is(at + 1, "(") || self.is(at + 1, ":") && self.is(at + 3, "<")
    }

    /// Whether the name at `at` stands beside a `::`.
    fn is_in_path(&self, at: usize) -> bool {
        let twice = |first: usize| self.is(first, ":") && self.is(first.wrapping_add(1), ":");
        twice(at + 1) || twice(at.wrapping_sub(2))
    }

    /// The last name of the path that begins at `at`. It is no longer than people write them.
    fn last_of_path(&self, at: usize) -> &'a str {
        let is_end = |at: &usize| !(self.is(at + 1, ":") && self.is(at + 2, ":"));
        self.word((at..).step_by(3).take(6).find(is_end).unwrap_or(at))
    }

    /// The place behind the bracket that closes the one at `at`.
    fn behind(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for at in at..self.all.len() {
            match self.word(at) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" if depth <= 1 => return at + 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
        }
        self.all.len()
    }

    /// Whether `pub mod given;` comes before everything but `use`. What is imported does not get into that
    /// file, but a macro that stands before it does, and may be called `format`.
    fn begin_with_the_story(&self) -> bool {
        let mut at = 0;
        while self.is(at, "#") && self.is(at + 1, "!") {
            at = self.behind(at + 2);
        }
        while at < self.all.len() {
            if ["pub", "mod", "given", ";"].iter().zip(at..).all(|(it, at)| self.is(at, it)) {
                return true;
            }
            while self.is(at, "#") {
                at = self.behind(at + 1);
            }
            at += usize::from(self.is(at, "pub"));
            if self.is(at, "(") {
                at = self.behind(at);
            }
            if !self.is(at, "use") {
                return false;
            }
            while at < self.all.len() && !self.is(at, ";") {
                at += 1;
            }
            at += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Always, Doubt, IfWrong, Marked, marked, objection};
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::time::{Duration, Instant};

    #[test]
    fn what_is_refused_is_found_however_it_is_spelled() {
        for (source, what) in [
            ("#[naked] fn f() { core::arch::naked_asm!(\"ret\") }", "assembler"),
            ("use core::arch::r#naked_asm as quiet;", "assembler"),
            (
                "macro_rules! m { ($a:ident) => { core::arch::$a!(\"\"); } } m!(global_asm);",
                "assembler",
            ),
            ("macro_rules! m { ($($t:tt)*) => {} } m!(unsafe { x });", "unsafe code"),
            ("m!('r\"\\\" \"); fn f() { unsafe {} } m!('\"'a);", "unsafe code"),
            ("#!/bin/sh r#\"\nextern crate self as lab;\n// \"#", "elsewhere"),
            ("---\nr#\"\n---\nextern {} // \"#", "elsewhere"),
            ("#[global_allocator] static A: std::alloc::System = std::alloc::System;", "allocator"),
        ] {
            let said = objection(source).expect(source);
            assert!(said.contains(what), "{said}");
        }
        for harmless in [
            "/// global_asm, unsafe\nfn naked() -> &'static str { \"naked_asm!()\" }",
            "/* /* */ unsafe */ fn f() { r#\"extern\"#; 'u'; b\"asm\"; }",
        ] {
            assert_eq!(objection(harmless), None);
        }
    }

    #[test]
    fn lines_are_quoted_with_the_reason() {
        let Marked { flags, doubt } = marked(
            "#!/bin/sh\npub mod given;\n/*\n*/    mod own { // x\n}\nf(\"\n\"); std::env::var(\"x\", 1);\n",
            true,
        );
        let seen: Vec<_> = flags.iter().map(|it| (it.line, &*it.text, &*it.why)).collect();
        let needs = "env: no exercise needs anything of its process or of the system";
        assert_eq!(
            seen,
            [
                (4, "mod own {", "mod: an answer is one file"),
                (7, "); std::env::var(\"…\", 1);", needs)
            ]
        );
        assert_eq!((doubt, marked("trait A {}", false).doubt), (Doubt::None, IfWrong));
        assert_eq!(marked("use a::env; use std::panic::set_hook;", false).doubt, Always);
        let many = "trait A {}\n".repeat(500) + &"x".repeat(100_000) + " trait B {}";
        assert_eq!(marked(&many, false).flags.len(), super::MOST);
    }

    #[test]
    fn only_imports_may_stand_before_the_story() {
        for source in [
            "//! Hello.\n\n/// The world.\npub mod given;\nfn f() {}",
            "#![allow(unused)]\nuse std::rc::Rc;\npub mod given;\nfn f() {}",
            "#[allow(unused)] use std::{rc::Rc, fmt::{self}}; pub(crate) use x as y; pub mod given;",
        ] {
            assert_eq!(marked(source, true).doubt, Doubt::None, "{source}");
        }
        for source in [
            "",
            "fn f() {}",
            "mod given;",
            "pub(crate) mod given;",
            "pub mod given { pub struct Report; }",
            "#[path = \"mine.rs\"] pub mod given;",
            "macro_rules! format { () => {} } pub mod given;",
            "format! {} pub mod given;",
            "#[cfg(any())] pub mod given; mod other { pub mod given {} }",
            "use x",
            "#[",
        ] {
            assert_eq!(marked(source, true).doubt, IfWrong, "{source}");
        }
    }

    fn names(path: &Path) -> Vec<PathBuf> {
        let all = fs::read_dir(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        all.map(|entry| entry.unwrap().path()).collect()
    }

    /// Honest answers pay next to nothing for this: none is refused, and hardly one is to be read.
    #[test]
    fn of_a_hundred_right_answers_no_more_than_one_is_marked() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let (mut right, mut read, mut all) = (0, Vec::new(), 0);
        for home in names(&root.join("solutions")) {
            let exercise = root.join("exercises").join(home.file_name().unwrap());
            let has_given = exercise.join("src/given.rs").exists();
            let mut answers = vec![home.join("src/lib.rs")];
            answers.extend(["right", "wrong"].iter().flat_map(|kind| names(&home.join(kind))));
            for answer in answers {
                let source = fs::read_to_string(&answer).unwrap();
                assert_eq!(objection(&source), None, "{}", answer.display());
                all += 1;
                if answer.parent().unwrap().ends_with("wrong") {
                    continue;
                }
                right += 1;
                let flags = marked(&source, has_given).flags;
                read.extend((!flags.is_empty()).then_some((answer, flags)));
            }
        }
        assert!(all > 300 && right > 200, "{right} of {all}");
        assert!(read.len() * 100 <= right, "{} of {right}: {read:#?}", read.len());
    }

    /// Every way of being read that depends on how much there is of something.
    #[test]
    fn the_longest_source_is_read_at_once() {
        let size = 64 << 10;
        for part in [
            "f,",
            "<",
            "(",
            "{",
            "#[",
            "#![",
            "use f,",
            "pub use ",
            "dyn a::",
            "a::",
            "'a",
            "fn f<",
            "mod ",
            "/*",
            "r#\"",
            "\"",
            "'",
            "static a:&",
            "\n",
            "trait ",
            "\u{1f600}",
            "#!",
            "---\n",
            "f::<",
        ] {
            let source = format!("fn f<T>() {{}} {}", part.repeat(size / part.len()));
            let began = Instant::now();
            let _ = (objection(&source), marked(&source, true));
            assert!(began.elapsed() < Duration::from_secs(5), "{part}: {:?}", began.elapsed());
        }
    }
}
