//! Decides by its path alone which exercise a file answers.

use xtask::course::Exercise;

/// How the course's files are named, as far as a submission shows it.
pub(super) struct Layout {
    /// Number and slug of each exercise.
    exercises: Vec<(String, String)>,
}

/// What a file is to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub slug: String,
    /// Whether it stands where the course has it: `exercises/NN-slug/src/lib.rs`.
    pub canonical: bool,
    /// Whether it does so right where the submission begins, in no other folder.
    pub at_the_top: bool,
}

impl Layout {
    pub fn of(exercises: &[Exercise]) -> Layout {
        let names = exercises.iter().map(|e| (e.number.clone(), e.slug.clone()));
        Layout { exercises: names.collect() }
    }

    /// The exercise that the file at `path` answers. Case does not count, nor does the number of a
    /// folder: it only orders, and an old clone has the old one.
    pub fn place(&self, path: &[String]) -> Option<Place> {
        let path: Vec<String> = path.iter().map(|part| part.to_lowercase()).collect();
        let parts: Vec<&str> = path.iter().map(String::as_str).collect();
        let found = |slug: &str, canonical, used| {
            let at_the_top = parts.len() == used;
            Some(Place { slug: slug.to_owned(), canonical, at_the_top })
        };
        if let [.., folder, "src", "lib.rs"] = parts[..]
            && let Some(slug) = self.folder(folder)
        {
            return match parts[..] {
                [.., "exercises", _, _, _] => found(slug, true, 4),
                _ => found(slug, false, 3),
            };
        }
        if let [.., folder, "lib.rs"] = parts[..]
            && let Some(slug) = self.folder(folder)
        {
            return found(slug, false, 2);
        }
        if let (Some(only), ["src", "lib.rs"] | ["lib.rs"]) = (self.only(), &parts[..]) {
            return found(only, false, parts.len());
        }
        let (file, folders) = parts.split_last()?;
        // In a clone the tools' sources are called `watch.rs` and the like.
        if folders.contains(&"src") {
            return None;
        }
        found(self.file(file.strip_suffix(".rs")?)?, false, 1)
    }

    /// Whether the Rust file at `path`, which names no exercise, may be an answer all the same when it
    /// is the only such file: no source of the course's tools, and of no other exercise.
    pub fn is_loose(&self, path: &[String]) -> bool {
        let numbered = |part: &String| part.split_once('-').is_some_and(|(n, _)| is_number(n));
        let Some((_, folders)) = path.split_last() else { return false };
        match (self.only(), folders) {
            _ if folders.iter().any(|folder| folder == "exercises" || numbered(folder)) => false,
            (Some(_), [outer @ .., src]) if src == "src" => {
                path.ends_with(&["lib.rs".to_owned()]) && !outer.iter().any(|part| part == "src")
            }
            _ => !folders.iter().any(|folder| folder == "src"),
        }
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
        let bare = match name.split_once('-') {
            Some((number, rest)) if is_number(number) => rest,
            _ => name,
        };
        self.slugs().find(|slug| *slug == bare)
    }

    fn file(&self, stem: &str) -> Option<&str> {
        let stem = stem.replace(['_', ' '], "-");
        let named = |stem: &str| self.folder(stem).or_else(|| self.numbered(stem));
        named(&stem).or_else(|| named(without_copy_mark(&stem)?))
    }

    fn numbered(&self, number: &str) -> Option<&str> {
        let number: u32 = number.parse().ok()?;
        let (_, slug) = self.exercises.iter().find(|(n, _)| n.parse() == Ok(number))?;
        Some(slug)
    }
}

/// Whether a folder holds no answer, however its files are called.
pub(super) fn is_skipped(folder: &str) -> bool {
    const SKIPPED: [&str; 7] =
        ["target", "node_modules", "__macosx", "solutions", "tests", "examples", "benches"];
    folder.starts_with('.') || SKIPPED.contains(&folder.to_lowercase().as_str())
}

/// Whether it is written in digits alone.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `gather` of `gather-1` and `gather-(1)`: what Canvas makes of a file handed in again, and a browser
/// of one saved again.
fn without_copy_mark(stem: &str) -> Option<&str> {
    let (stem, mark) = stem.rsplit_once('-')?;
    let mark = mark.strip_prefix('(').and_then(|m| m.strip_suffix(')')).unwrap_or(mark);
    is_number(mark).then_some(stem)
}
