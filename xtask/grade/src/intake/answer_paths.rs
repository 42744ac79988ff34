//! Decides by its path alone which exercise a file answers.

use super::exercise_content::ExerciseContents;
use xtask::course::{Course, Exercise};

/// How the course's files are named, and what is in them.
pub(super) struct AnswerPaths {
    /// Number and slug of each exercise that is graded.
    exercises: Vec<(String, String)>,
    /// The slugs of all exercises, graded or not.
    all: Vec<String>,
    contents: ExerciseContents,
}

/// What a file is to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AnswerPath {
    pub slug: String,
    pub by: By,
    /// Whether it stands right where the submission begins, in no other folder.
    pub at_the_top: bool,
}

/// What tells which exercise a file answers, from the weakest sign to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// A number that may only order a student's files, or that one exercise is graded. What is in the
    /// file goes before that.
    Chance,
    Content,
    /// The exercise's name.
    Name,
    /// It stands where the course has it: `exercises/NN-slug/src/lib.rs`.
    Path,
}

impl AnswerPaths {
    pub fn of(course: &Course, graded: &[&Exercise]) -> AnswerPaths {
        let all = course.exercises().iter().map(|e| e.slug.clone()).collect();
        AnswerPaths { all, contents: ExerciseContents::of(course), ..AnswerPaths::by_names(graded) }
    }

    /// A layout by names alone.
    pub fn by_names(graded: &[&Exercise]) -> AnswerPaths {
        let exercises: Vec<_> = graded.iter().map(|e| (e.number.clone(), e.slug.clone())).collect();
        let all = exercises.iter().map(|(_, slug)| slug.clone()).collect();
        AnswerPaths { exercises, all, contents: ExerciseContents::default() }
    }

    pub fn contents(&self) -> &ExerciseContents {
        &self.contents
    }

    /// The exercise that the file at `path` answers. Case does not count, nor does the number of a
    /// folder: it only orders, and an old clone has the old one.
    pub fn exercise_of(&self, path: &[String]) -> Option<AnswerPath> {
        let mut path: Vec<String> = path.iter().map(|part| part.to_lowercase()).collect();
        let last = path.last_mut()?;
        if let Some(stem) = last.strip_suffix(".rs.txt") {
            *last = format!("{stem}.rs");
        }
        let parts: Vec<&str> = path.iter().map(String::as_str).collect();
        let found = |slug: &str, by, used| {
            let at_the_top = parts.len() == used;
            Some(AnswerPath { slug: slug.to_owned(), by, at_the_top })
        };
        let is_lib = |file: &str| {
            let stem = file.strip_suffix(".rs").map(|stem| stem.replace(['_', ' '], "-"));
            stem.is_some_and(|stem| stem == "lib" || without_copy_mark(&stem) == Some("lib"))
        };
        if let [.., folder, "src", file] = parts[..]
            && let Some(slug) = self.folder(folder)
            && is_lib(file)
        {
            return match parts[..] {
                [.., "exercises", _, _, "lib.rs"] => found(slug, By::Path, 4),
                _ => found(slug, By::Name, 3),
            };
        }
        if let [.., folder, file] = parts[..]
            && let Some(slug) = self.folder(folder)
            && is_lib(file)
        {
            return found(slug, By::Name, 2);
        }
        if let (Some(only), ["src", "lib.rs"] | ["lib.rs"]) = (self.only(), &parts[..]) {
            return found(only, By::Chance, parts.len());
        }
        let (file, folders) = parts.split_last()?;
        let stem = file.strip_suffix(".rs")?;
        // In a clone the tools' sources are called `watch.rs` and the like.
        if folders.contains(&"src") {
            return None;
        }
        let (slug, by) = self.file(stem)?;
        found(slug, by, 1)
    }

    /// Whether the file at `path`, which names no exercise that is graded, is read to see whether it is an
    /// answer by what is in it: no source of the course's tools, and nothing that is given.
    pub fn may_answer(&self, path: &[String]) -> bool {
        let path: Vec<String> = path.iter().map(|part| part.to_lowercase()).collect();
        let Some((file, folders)) = path.split_last() else { return false };
        let is_tool = folders.windows(2).any(|two| TOOLS.contains(&&two[0][..]) && two[1] == "src")
            || folders.iter().any(|folder| folder == "xtask" || folder == "given");
        let is_text = [".rs", ".rs.txt", ".txt"].iter().any(|ending| file.ends_with(ending));
        is_text && !is_tool && file != "given.rs" && file != "build.rs"
    }

    /// Whether the Rust file at `path`, which names no exercise that is graded, may be an answer all the
    /// same when it is the only such file: no source of the course's tools, and of no other exercise.
    pub fn is_loose(&self, path: &[String]) -> bool {
        let path: Vec<String> = path.iter().map(|part| part.to_lowercase()).collect();
        let numbered = |part: &String| part.split_once('-').is_some_and(|(n, _)| is_number(n));
        let Some((file, folders)) = path.split_last() else { return false };
        let stem = file.strip_suffix(".rs").or_else(|| file.strip_suffix(".rs.txt"));
        let Some(stem) = stem else { return false };
        let stem = stem.replace(['_', ' '], "-");
        match (self.only(), folders) {
            _ if self.is_another(&stem) => false,
            _ if folders.iter().any(|folder| folder == "exercises" || numbered(folder)) => false,
            (Some(_), [outer @ .., src]) if src == "src" => {
                let whole = ["lib", "main"].contains(&&stem[..]);
                let tool = outer.last().is_some_and(|folder| TOOLS.contains(&&folder[..]));
                whole && !tool && !outer.iter().any(|part| part == "src")
            }
            _ => !folders.iter().any(|folder| folder == "src"),
        }
    }

    /// Whether `path` leads through the folder of an exercise that is graded, and of which.
    pub fn around(&self, path: &[String]) -> Option<&str> {
        let (_, folders) = path.split_last()?;
        folders.iter().rev().find_map(|folder| self.folder(&folder.to_lowercase()))
    }

    /// Whether a file of that stem is named like an exercise that is not graded.
    fn is_another(&self, stem: &str) -> bool {
        let bare = match stem.split_once('-') {
            Some((number, rest)) if is_number(number) => rest,
            _ => stem,
        };
        self.all.iter().any(|slug| slug == bare) && !self.slugs().any(|slug| slug == bare)
    }

    /// Whether the way to an answer leads through the folder at `path`, from where a submission begins.
    pub fn leads(&self, path: &[String]) -> bool {
        let path: Vec<String> = path.iter().map(|part| part.to_lowercase()).collect();
        match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [folder] => folder == "exercises" || folder == "src" || self.folder(folder).is_some(),
            ["exercises", folder] => self.folder(folder).is_some(),
            [folder, "src"] | ["exercises", folder, "src"] => self.folder(folder).is_some(),
            _ => false,
        }
    }

    /// Whether somebody may be called so, and no exercise be meant: it is an exercise's bare name.
    pub fn may_be_a_name(&self, entry: &str) -> bool {
        let entry = entry.to_lowercase();
        let stem = entry.strip_suffix(".rs").unwrap_or(&entry).replace(['_', ' '], "-");
        self.slugs().any(|slug| slug == stem)
    }

    /// The exercise, when the class is about one only.
    pub fn only(&self) -> Option<&str> {
        match &self.exercises[..] {
            [(_, slug)] => Some(slug),
            _ => None,
        }
    }

    /// What a file for an exercise may be called: `01-gather.rs`.
    pub fn example(&self) -> String {
        self.exercises.first().map(|(n, slug)| format!("{n}-{slug}.rs")).unwrap_or_default()
    }

    /// Where an exercise's answer stands in the course.
    pub fn canonical(&self, slug: &str) -> String {
        let number = self.exercises.iter().find(|(_, s)| s == slug).map_or("", |(n, _)| n);
        format!("exercises/{number}-{slug}/src/lib.rs")
    }

    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.exercises.iter().map(|(_, slug)| slug.as_str())
    }

    fn folder(&self, name: &str) -> Option<&str> {
        let name = name.replace(['_', ' '], "-");
        let bare = match name.split_once('-') {
            Some((number, rest)) if is_number(number) => rest,
            _ => &name,
        };
        self.slugs().find(|slug| *slug == bare)
    }

    fn file(&self, stem: &str) -> Option<(&str, By)> {
        let stem = stem.replace(['_', ' '], "-");
        let named = |stem: &str| {
            let by_name = self.folder(stem).map(|slug| (slug, By::Name));
            by_name.or_else(|| Some((self.numbered(stem)?, By::Chance)))
        };
        named(&stem).or_else(|| named(without_copy_mark(&stem)?))
    }

    fn numbered(&self, number: &str) -> Option<&str> {
        let number: u32 = number.parse().ok()?;
        let (_, slug) = self.exercises.iter().find(|(n, _)| n.parse() == Ok(number))?;
        Some(slug)
    }
}

/// The course's own crates beside its exercises.
const TOOLS: [&str; 5] = ["lab", "recorder", "judge", "verdict", "xtask"];

/// Whether a folder holds no answer, however its files are called. (In `kept` are a student's answers that
/// were replaced.)
pub(super) fn is_skipped(folder: &str) -> bool {
    const SKIPPED: [&str; 8] =
        ["target", "node_modules", "__macosx", "solutions", "tests", "examples", "benches", "kept"];
    folder.starts_with('.') || SKIPPED.contains(&folder.to_lowercase().as_str())
}

/// Whether it is written in digits alone.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `gather` of `gather-1` and `gather-(1)`: what Canvas makes of a file handed in again, and a browser
/// of one saved again.
fn without_copy_mark(stem: &str) -> Option<&str> {
    copy_mark(stem).map(|(stem, _)| stem)
}

/// What a name without its ending is without its copy mark, and the number in that: `lib` and 2 of
/// `lib-2`, `lib (2)` and `lib(2)`.
pub(super) fn copy_mark(stem: &str) -> Option<(&str, u64)> {
    let (stem, mark) = match stem.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some(marked) => marked,
        None => stem.rsplit_once(['-', '_'])?,
    };
    let stem = stem.trim_end_matches([' ', '-', '_']);
    let number = Some(mark).filter(|mark| is_number(mark))?.parse().ok()?;
    (!stem.is_empty()).then_some((stem, number))
}

#[cfg(test)]
mod tests {
    use super::copy_mark;

    #[test]
    fn a_copy_has_a_number() {
        for name in ["lib-2", "lib (2)", "lib(2)", "lib_2", "lib-(2)"] {
            assert_eq!(copy_mark(name), Some(("lib", 2)), "{name}");
        }
        for name in ["lib", "2", "-2", "(2)", "lib2", "lib-x", "lib-99999999999999999999"] {
            assert_eq!(copy_mark(name), None, "{name}");
        }
    }
}
