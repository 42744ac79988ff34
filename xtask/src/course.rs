//! Which exercises there are: the members of the workspace in `exercises/`, in the order of their
//! numbers. There is no other list.

pub mod digest;
pub mod members;
mod metadata;

use crate::failure::Failure;
use digest::Digests;
use std::env;
use std::path::{Path, PathBuf};
use verdict::json::{Json, JsonExt};

/// The course that somebody stands in.
pub struct Course {
    root: PathBuf,
    target: PathBuf,
    exercises: Vec<Exercise>,
}

/// One exercise.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// `01`. Numbers only order; they may change.
    pub number: String,
    /// `gather`. What progress, reports and links know it by.
    pub slug: String,
    /// `Gather`.
    pub title: String,
    /// `exercises/01-gather`, from the course's root, with `/` on every system.
    pub folder: String,
    /// Its place on this machine.
    pub dir: PathBuf,
    /// What its manifest calls it; the slug, unless somebody renamed it.
    pub package: String,
    /// What cargo knows it by beyond doubt, even where a slug equals a dependency's name.
    pub package_id: String,
    /// The file of its own test, the one named like its crate; `None` when that is gone. A learner may
    /// have tests of their own beside it.
    pub test: Option<PathBuf>,
    /// The crates that an answer may use.
    pub dependencies: Vec<String>,
    /// What its manifest lists for tests only.
    pub dev_dependencies: Vec<String>,
    /// The part of the course that it belongs to; empty when its manifest names none.
    pub part: String,
    /// What it teaches, in a few words: `run futures at the same time`.
    pub idea: String,
    /// What that is called in Python and JavaScript.
    pub counterpart: String,
    /// What it is about, in a few words each.
    pub concepts: Vec<String>,
    /// From 1, a first step, to 5.
    pub level: u64,
    pub points: u64,
    pub minutes: u64,
    /// The one sentence to take home.
    pub learned: String,
    /// The right answers besides the solution that are worth reading, by the names of their files.
    pub styles: Vec<String>,
    /// The promise whose picture is shown after a pass, since it shows what the exercise is about.
    pub picture: Option<String>,
    /// What the course knows its files by, apart from the learner's.
    pub digests: Digests,
}

impl Exercise {
    /// `01 · Gather`.
    pub fn heading(&self) -> String {
        format!("{} · {}", self.number, self.title)
    }

    /// The one file that a learner edits, from the course's root.
    pub fn answer(&self) -> String {
        format!("{}/src/lib.rs", self.folder)
    }

    /// What Rust code knows it by.
    pub fn crate_name(&self) -> String {
        crate_name(&self.slug)
    }

    /// Whether a target of its package, as cargo tells of it, belongs to the exercise: its library, or
    /// its own test.
    pub fn owns(&self, target: &Json) -> bool {
        kind(target) != Some("test") || target.at("name").text() == Some(&self.crate_name())
    }

    /// Whether a word stands anywhere in what it is called and what it is about.
    pub fn has(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let names = [&self.number, &self.slug, &self.title, &self.part];
        names.into_iter().chain(&self.concepts).any(|text| text.to_lowercase().contains(&word))
    }

    /// The folder's own name: `01-gather`.
    fn folder_name(&self) -> &str {
        self.folder.rsplit('/').next().unwrap_or(&self.folder)
    }

    /// Where the course keeps its own answers to it, from the course's root.
    pub fn solution(&self) -> String {
        format!("solutions/{}", self.folder_name())
    }
}

impl Course {
    /// The course around `path`.
    pub fn around(path: &Path) -> Result<Course, Failure> {
        let is_course =
            |dir: &&Path| dir.join("Cargo.toml").is_file() && dir.join("exercises").is_dir();
        let root = path.ancestors().find(is_course).ok_or_else(|| {
            Failure::usage(format!(
                "{} is not inside a course: no folder above it has a Cargo.toml and exercises. \
                 Go to where you cloned it and try again.",
                path.display()
            ))
        })?;
        let metadata = metadata::metadata(root)?;
        let target = metadata.at("target_directory").text().unwrap_or("target").into();
        let packages = metadata.at("packages").items();
        let mut exercises: Vec<Exercise> =
            packages.iter().filter_map(|package| exercise(root, package)).collect();
        for exercise in &mut exercises {
            let solution = solution(root, packages, exercise);
            let styles = solution.at("styles").items().iter().filter_map(Json::text);
            exercise.styles = styles.map(str::to_owned).collect();
            exercise.picture = solution.at("picture").text().map(str::to_owned);
            exercise.digests = Digests::recorded(solution);
        }
        exercises.sort_by(|a, b| (&a.number, &a.slug).cmp(&(&b.number, &b.slug)));
        if exercises.is_empty() {
            let path = root.join("exercises");
            return Err(Failure::usage(format!("there is no exercise in {}", path.display())));
        }
        Ok(Course { root: root.to_owned(), target, exercises })
    }

    /// The course around the current folder.
    pub fn here() -> Result<Course, Failure> {
        let path = env::current_dir()
            .map_err(|error| Failure::machine(format!("this folder cannot be read: {error}")))?;
        Course::around(&path)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's own folder for what it builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    /// The exercise that the current folder belongs to.
    pub fn exercise_here(&self) -> Option<&Exercise> {
        self.at(&env::current_dir().ok()?)
    }

    /// The exercise whose folder `path` is, or is in.
    fn at(&self, path: &Path) -> Option<&Exercise> {
        let path = path.canonicalize().ok()?;
        let inside = |e: &&Exercise| e.dir.canonicalize().is_ok_and(|dir| path.starts_with(dir));
        self.exercises.iter().find(inside)
    }

    /// The exercise that `name` stands for: `01`, `1`, `gather`, `01-gather`, or a path to it or to
    /// anything inside it.
    pub fn find(&self, name: &str) -> Result<&Exercise, Failure> {
        let by_path = || self.at(&env::current_dir().ok()?.join(name));
        let exact = |e: &&Exercise| {
            e.slug == name
                || e.folder_name() == name
                || matches!((e.number.parse::<u32>(), name.parse::<u32>()), (Ok(a), Ok(b)) if a == b)
        };
        if let Some(found) = self.exercises.iter().find(exact).or_else(by_path) {
            return Ok(found);
        }
        let similar: Vec<&Exercise> = self
            .exercises
            .iter()
            .filter(|e| !name.is_empty() && e.folder_name().contains(name))
            .collect();
        match similar.as_slice() {
            [one] => Ok(one),
            [] => {
                let names = self.exercises.iter().flat_map(|e| [e.slug.as_str(), e.folder_name()]);
                let meant = nearest(name, names).map(|name| format!(" Did you mean \"{name}\"?"));
                Err(Failure::usage(format!(
                    "there is no exercise \"{name}\".{} `cargo xtask list` shows them all.",
                    meant.unwrap_or_default()
                )))
            }
            several => {
                let names: Vec<&str> = several.iter().map(|e| e.folder_name()).collect();
                Err(Failure::usage(format!(
                    "\"{name}\" could be {}. Which one?",
                    verdict::text::list(&names, 5)
                )))
            }
        }
    }
}

fn crate_name(slug: &str) -> String {
    slug.replace('-', "_")
}

/// `lib`, `test` or `example`.
fn kind(target: &Json) -> Option<&str> {
    target.at("kind").items().first()?.text()
}

/// The exercise that a package of the workspace is; `None` for any other package.
fn exercise(root: &Path, package: &Json) -> Option<Exercise> {
    let manifest = Path::new(package.at("manifest_path").text()?);
    let dir = manifest.parent()?;
    if dir.parent()? != root.join("exercises") {
        return None;
    }
    let folder_name = dir.file_name()?.to_str()?;
    let (number, slug) = folder_name.split_once('-')?;
    let about = package.at("metadata").at("exercise");
    let own_test = |target: &&Json| {
        target.at("name").text() == Some(&crate_name(slug)) && kind(target) == Some("test")
    };
    let test = package.at("targets").items().iter().find(own_test);
    let test = test.and_then(|target| Some(PathBuf::from(target.at("src_path").text()?)));
    let number_of = |key: &str, default| about.at(key).whole().unwrap_or(default);
    let concepts = about.at("concepts").items().iter().filter_map(Json::text);
    Some(Exercise {
        number: number.to_owned(),
        slug: slug.to_owned(),
        title: package.at("description").text().unwrap_or(slug).to_owned(),
        folder: format!("exercises/{folder_name}"),
        dir: dir.to_owned(),
        package: package.at("name").text()?.to_owned(),
        package_id: package.at("id").text()?.to_owned(),
        test,
        dependencies: dependencies(package, None),
        dev_dependencies: dependencies(package, Some("dev")),
        part: about.at("part").text().unwrap_or_default().to_owned(),
        idea: about.at("idea").text().unwrap_or_default().to_owned(),
        counterpart: about.at("counterpart").text().unwrap_or_default().to_owned(),
        concepts: concepts.map(str::to_owned).collect(),
        level: number_of("level", 1),
        points: number_of("points", 10),
        minutes: number_of("minutes", 15),
        learned: about.at("learned").text().unwrap_or_default().to_owned(),
        styles: Vec::new(),
        picture: None,
        digests: Digests::default(),
    })
}

/// The names under which code knows what a package needs: for itself, or else for its tests (`dev`).
fn dependencies(package: &Json, kind: Option<&str>) -> Vec<String> {
    let all = package.at("dependencies").items().iter();
    let names = all
        .filter(|it| it.at("kind").text() == kind)
        .filter_map(|it| it.at("rename").text().or(it.at("name").text()));
    names.map(str::to_owned).collect()
}

/// What the manifest beside an exercise's solution says for the runner.
fn solution<'a>(root: &Path, packages: &'a [Json], exercise: &Exercise) -> &'a Json {
    let manifest = root.join(exercise.solution()).join("Cargo.toml");
    let is_solution = |package: &&Json| {
        package.at("manifest_path").text().is_some_and(|path| Path::new(path) == manifest)
    };
    let package = packages.iter().find(is_solution).unwrap_or(&Json::Null);
    package.at("metadata").at("solution")
}

/// The one of `names` that differs least from `name`, when that is little enough to be a slip.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let slip = name.chars().count().div_ceil(3).max(1);
    names
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= slip)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, left out or changed to get from one to the other
/// (Levenshtein's distance).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_what_was_meant_and_a_stranger_does_not() {
        let names = || ["gather", "select", "one-after-another"].into_iter();
        assert_eq!(nearest("gathr", names()), Some("gather"));
        assert_eq!(nearest("slect", names()), Some("select"));
        assert_eq!(nearest("one-after-anoter", names()), Some("one-after-another"));
        assert_eq!(nearest("banana", names()), None);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
