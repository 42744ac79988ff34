//! Tells by what a file contains which exercise it answers. Platforms rename files, and many students
//! hand in the file that they edited under its own name: `lib.rs`.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use std::collections::BTreeSet;
use std::fs;
use xtask::course::{Course, Exercise};

/// How many of a file's lines may come before the heading of its exercise.
const HEADING_WITHIN: usize = 10;

/// What the sources of a course's exercises contain.
#[derive(Default)]
pub(super) struct ExerciseContents(Vec<ExerciseContent>);

#[derive(Default)]
struct ExerciseContent {
    slug: String,
    /// `gather`, of `//! # 01 · Gather`.
    heading: String,
    /// What the tests call: the public items of the skeleton.
    items: BTreeSet<String>,
    /// The public items of `given`, the module that an answer calls.
    given: BTreeSet<String>,
    skeleton: String,
}

impl ExerciseContents {
    /// Reads the skeletons. An exercise whose files cannot be read is known by its names alone.
    pub fn of(course: &Course) -> ExerciseContents {
        let one = |exercise: &Exercise| {
            let skeleton = course.root().join(exercise.solution()).join("start.rs");
            let given = course.root().join(&exercise.folder).join("src/given.rs");
            let skeleton = fs::read_to_string(skeleton).unwrap_or_default();
            let given = fs::read_to_string(given).unwrap_or_default();
            ExerciseContent::of(&exercise.slug, &skeleton, &given)
        };
        ExerciseContents(course.exercises().iter().map(one).collect())
    }

    /// The one exercise that `source` answers, if it tells: by its public items, or else by its heading,
    /// or else by what it takes from `given`.
    pub fn exercise(&self, source: &str) -> Option<&str> {
        let words = Words::of(source);
        let all = |one: &&ExerciseContent| {
            !one.items.is_empty() && one.items.iter().all(|item| words.items.contains(&item[..]))
        };
        let some =
            |one: &&ExerciseContent| one.items.iter().any(|item| words.items.contains(&item[..]));
        let heading = heading(source);
        let headed = |one: &&ExerciseContent| !one.heading.is_empty() && one.heading == heading;
        let takes = |one: &&ExerciseContent| {
            !words.given.is_empty() && words.given.iter().all(|word| one.given.contains(*word))
        };
        if let Some(slug) = self.only(all).or_else(|| self.only(headed)) {
            return Some(slug);
        }
        // The module `given` of one exercise may have a name that is a public item in another.
        let is_given = |one: &ExerciseContent| {
            !words.items.is_empty() && words.items.iter().all(|item| one.given.contains(*item))
        };
        if self.0.iter().any(is_given) {
            return None;
        }
        self.only(|one| some(one) && takes(one))
            .or_else(|| self.only(takes))
            .or_else(|| self.only(some))
    }

    /// Whether `source` is the skeleton of an exercise, as it was given out.
    pub fn is_skeleton(&self, slug: &str, source: &str) -> bool {
        let one = self.0.iter().find(|one| one.slug == slug);
        one.is_some_and(|one| !one.skeleton.is_empty() && same_text(&one.skeleton, source))
    }

    fn only(&self, fits: impl Fn(&&ExerciseContent) -> bool) -> Option<&str> {
        let mut fitting = self.0.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Some(&one.slug),
            _ => None,
        }
    }
}

impl ExerciseContent {
    fn of(slug: &str, skeleton: &str, given: &str) -> ExerciseContent {
        let owned = |words: BTreeSet<&str>| words.into_iter().map(str::to_owned).collect();
        ExerciseContent {
            slug: slug.to_owned(),
            heading: heading(skeleton),
            items: owned(Words::of(skeleton).items),
            given: owned(Words::of(given).items),
            skeleton: skeleton.to_owned(),
        }
    }
}

/// Whether two texts differ in nothing but line ends and what comes after the last line.
pub(super) fn same_text(a: &str, b: &str) -> bool {
    a.trim_end().lines().eq(b.trim_end().lines())
}

/// The title in `//! # 01 · Gather`, in small letters and without its number, which an old clone may
/// have another of.
fn heading(source: &str) -> String {
    let title = |line: &str| {
        let line = line.trim().strip_prefix("//!")?.trim().strip_prefix("# ")?;
        let (number, title) = line.split_once('·')?;
        number.trim().parse::<u32>().ok()?;
        Some(title.trim().to_lowercase())
    };
    source.lines().take(HEADING_WITHIN).find_map(title).unwrap_or_default()
}

/// The names in a source that tell its exercise. Any text can be read: it is split by the compiler's own
/// lexer, in one pass.
struct Words<'a> {
    /// Names of public functions and types. Any type may have a `new`: that tells nothing.
    items: BTreeSet<&'a str>,
    /// Names that are taken from the module `given`.
    given: BTreeSet<&'a str>,
}

impl<'a> Words<'a> {
    fn of(source: &'a str) -> Words<'a> {
        let mut words = Words { items: BTreeSet::new(), given: BTreeSet::new() };
        let mut rest = source;
        let (mut public, mut declares) = (false, false);
        // How far a path through `given` has been read.
        let mut path = Path::Elsewhere;
        for token in tokenize(source, FrontmatterAllowed::Yes) {
            let (text, after) = rest.split_at(token.len as usize);
            rest = after;
            match token.kind {
                TokenKind::Whitespace
                | TokenKind::LineComment { .. }
                | TokenKind::BlockComment { .. } => {}
                TokenKind::Ident => {
                    if declares && text != "new" {
                        words.items.insert(text);
                    }
                    declares =
                        public && matches!(text, "fn" | "struct" | "enum" | "trait" | "type");
                    let before_item = ["pub", "async", "const", "unsafe", "crate"];
                    public = text == "pub" || public && before_item.contains(&text);
                    path = path.word(text, &mut words.given);
                }
                kind => {
                    // Of `pub(crate)` the marks say nothing.
                    let inside = matches!(kind, TokenKind::OpenParen | TokenKind::CloseParen);
                    public = public && inside;
                    declares = false;
                    path = path.mark(&kind);
                }
            }
        }
        words
    }
}

/// Where the words of `given::name` and `given::{name, name}` are expected.
#[derive(Clone, Copy, PartialEq)]
enum Path {
    Elsewhere,
    Given {
        colons: u8,
    },
    /// Whether a name may come now.
    Braces(bool),
}

impl Path {
    fn word<'a>(self, word: &'a str, given: &mut BTreeSet<&'a str>) -> Path {
        match self {
            Path::Given { colons: 2 } | Path::Braces(true) => {
                if word != "self" {
                    given.insert(word);
                }
                if self == Path::Braces(true) { Path::Braces(false) } else { Path::Elsewhere }
            }
            _ if word == "given" => Path::Given { colons: 0 },
            Path::Braces(_) => Path::Braces(false),
            _ => Path::Elsewhere,
        }
    }

    fn mark(self, kind: &TokenKind) -> Path {
        match (self, kind) {
            (Path::Given { colons }, TokenKind::Colon) if colons < 2 => {
                Path::Given { colons: colons + 1 }
            }
            (Path::Given { colons: 2 }, TokenKind::OpenBrace) => Path::Braces(true),
            (Path::Braces(_), TokenKind::Comma) => Path::Braces(true),
            (Path::Braces(_), TokenKind::Colon) => Path::Braces(false),
            _ => Path::Elsewhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn course() -> Course {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        Course::around(here).unwrap_or_else(|failure| panic!("{failure}"))
    }

    /// Every answer that the course has, right or wrong, is known for what it answers; without its heading
    /// too.
    #[test]
    fn every_answer_of_the_course_is_known_by_its_content() {
        let course = course();
        let contents = ExerciseContents::of(&course);
        let mut tried = 0;
        for exercise in course.exercises() {
            let folder = course.root().join(exercise.solution());
            for kind in ["src", "right", "wrong", "refused"] {
                for file in fs::read_dir(folder.join(kind)).into_iter().flatten().flatten() {
                    let file = file.path();
                    let Ok(source) = fs::read_to_string(&file) else { continue };
                    if file.extension().is_none_or(|kind| kind != "rs")
                        || file.file_name().is_some_and(|name| name == "given.rs")
                    {
                        continue;
                    }
                    let bare: Vec<&str> =
                        source.lines().filter(|line| !line.starts_with("//!")).collect();
                    for text in [source.as_str(), &bare.join("\r\n")] {
                        let told = contents.exercise(text);
                        assert_eq!(told, Some(&exercise.slug[..]), "{}", file.display());
                    }
                    tried += 1;
                }
            }
            let given = fs::read_to_string(exercise.dir.join("src/given.rs")).unwrap_or_default();
            assert_eq!(contents.exercise(&given), None, "given.rs of {}", exercise.slug);
        }
        assert!(tried > 100, "{tried} answers");
    }

    #[test]
    fn each_of_three_signs_is_enough() {
        let contents = ExerciseContents::of(&course());
        for (source, slug) in [
            ("pub async fn run_all() -> Vec<u32> { vec![] }", Some("gather")),
            ("pub(crate) async fn run_all() {}", Some("gather")),
            ("//! # 07 · Gather\n\nasync fn other() {}", Some("gather")),
            ("mod given;\nasync fn all() { given::long_task(1).await; }", Some("gather")),
            ("use given::{Order, Meal};\nfn x() {}", Some("tasks-vs-futures")),
            // Half of an exercise that has two functions.
            ("pub async fn fastest() {}", Some("select")),
            // Exercises 06 and 07 both have a Report.
            ("use given::Report;", None),
            ("// pub async fn run_all()", None),
            ("fn run_all() {}", None),
            ("const X: &str = \"pub fn run_all\";", None),
            ("", None),
        ] {
            assert_eq!(contents.exercise(source), slug, "{source}");
        }
    }

    #[test]
    fn the_items_of_the_source_go_before_its_heading() {
        let contents = ExerciseContents::of(&course());
        let source = "//! # 01 · Gather\n\npub async fn checkout() {}";
        assert_eq!(contents.exercise(source), Some("one-after-another"));
    }
}
