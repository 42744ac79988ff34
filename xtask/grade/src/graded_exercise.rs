//! An exercise made ready for grading: its tests, the instructor's own beside them, and a promise that
//! every answer must break.

use crate::results::{ExerciseEntry, Points, PromiseEntry};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use xtask::attempt::promise::line_of;
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;

/// The name of the promise that no answer can keep. Whoever keeps it all the same has got round the
/// judge, and then nothing that the judge said counts.
pub const CANARY: &str = "canary::is_broken_by_every_answer";

/// What stands before a test's own name, by where it comes from.
const OF_THE_COURSE: &str = "promises::";
const OF_THE_INSTRUCTOR: &str = "extra::";

/// The root of a test program. The files are modules of it, so that no name of one gets in another's
/// way.
const MAIN: &str = "\
#[path = \"course.rs\"]
mod promises;
mod canary {
    #[test]
    fn is_broken_by_every_answer() -> judge::Kept {
        judge::run(|| async { 1 }).returns(2).kept()
    }
}
";
const EXTRA: &str = "#[path = \"extra.rs\"]\nmod extra;\n";

/// The folder beside an exercise's tests that holds its generator of inputs and its model.
const MODEL: &str = "model";

/// An exercise that is graded.
pub struct GradedExercise {
    pub number: String,
    pub slug: String,
    pub title: String,
    pub points: Points,
    pub crate_name: String,
    /// The story's own code, which goes beside the answer.
    pub given: Option<String>,
    /// The course's answer: where it is rejected, the machine or the instructor's tests are at fault.
    pub solution: String,
    /// The folder that the test program is compiled in.
    pub tests: PathBuf,
    course_tests: String,
    /// What the course's tests draw inputs by: the files of their `model` folder, by their place
    /// beside the tests, such as `model/mod.rs`.
    model: BTreeMap<String, String>,
    extra_tests: Option<String>,
}

/// A promise of an exercise.
pub struct Promised {
    /// As the test program knows it: `promises::three_tasks_at_once`.
    pub test: String,
    pub entry: PromiseEntry,
    /// Whether it is about any input, and so is judged outside of the answer's process.
    pub about_any_input: bool,
}

impl GradedExercise {
    /// Reads an exercise and lays its tests out in `folder`.
    pub fn prepare(
        course: &Course,
        exercise: &Exercise,
        extra: Option<&Path>,
        folder: &Path,
    ) -> Result<GradedExercise, Failure> {
        let read = |path: &Path| {
            fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))
        };
        let Some(tests) = &exercise.test else {
            return Err(Failure::machine(format!("{} has no tests", exercise.folder)));
        };
        let given = exercise.dir.join("src/given.rs");
        let exercise = GradedExercise {
            number: exercise.number.clone(),
            slug: exercise.slug.clone(),
            title: exercise.title.clone(),
            points: Points::whole(exercise.points),
            crate_name: exercise.crate_name(),
            given: if given.is_file() { Some(read(&given)?) } else { None },
            solution: read(&course.root().join(exercise.solution()).join("src/lib.rs"))?,
            tests: folder.to_owned(),
            course_tests: read(tests)?,
            model: model(tests.parent().unwrap_or(tests))?,
            extra_tests: extra.map(read).transpose()?,
        };
        exercise.lay_out()?;
        Ok(exercise)
    }

    fn lay_out(&self) -> Result<(), Failure> {
        let put = |name: &str, text: &str| {
            let path = self.tests.join(name);
            let folder = path.parent().unwrap_or(&path);
            fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
            fs::write(&path, text).map_err(|error| Failure::file("write", &path, &error))
        };
        put("course.rs", &self.course_tests)?;
        self.model.iter().try_for_each(|(name, text)| put(name, text))?;
        if let Some(extra) = &self.extra_tests {
            put("extra.rs", extra)?;
        }
        put("main.rs", &format!("{MAIN}{}", if self.extra_tests.is_some() { EXTRA } else { "" }))
    }

    /// Everything of it that results depend on.
    pub fn texts(&self) -> Vec<&str> {
        let given = self.given.as_deref().unwrap_or_default();
        let extra = self.extra_tests.as_deref().unwrap_or_default();
        let mut texts = vec![&self.slug, given, &self.course_tests, extra, MAIN, EXTRA];
        texts.extend(self.model.iter().flat_map(|(name, text)| [name.as_str(), text]));
        texts
    }

    /// Its promises, from the names of its program's tests: in the order of their files, the
    /// instructor's own last, with the exercise's points in equal parts.
    pub fn promises(&self, tests: &[String]) -> Result<Vec<Promised>, Failure> {
        let of = |prefix: &str, source: &str| {
            let mut names: Vec<&String> =
                tests.iter().filter(|test| test.starts_with(prefix)).collect();
            names.sort_by_key(|name| line_of(name, source).unwrap_or(usize::MAX));
            names.into_iter().map(String::as_str).collect::<Vec<_>>()
        };
        let mut names = of(OF_THE_COURSE, &self.course_tests);
        names.extend(of(OF_THE_INSTRUCTOR, self.extra_tests.as_deref().unwrap_or_default()));
        if !tests.iter().any(|test| test == CANARY) || names.is_empty() {
            return Err(Failure::machine(format!("the tests of {} cannot be listed", self.slug)));
        }
        let points = self.points.split(names.len());
        let promised: Vec<Promised> = names
            .iter()
            .zip(points)
            .map(|(test, points)| Promised {
                test: (*test).to_owned(),
                entry: PromiseEntry {
                    name: test.rsplit("::").next().unwrap_or(test).to_owned(),
                    points,
                    extra: test.starts_with(OF_THE_INSTRUCTOR),
                },
                about_any_input: false,
            })
            .collect();
        for (index, one) in promised.iter().enumerate() {
            if promised[..index].iter().any(|other| other.entry.name == one.entry.name) {
                return Err(Failure::usage(format!(
                    "two promises of {} are called {}: give the extra one another name",
                    self.slug, one.entry.name
                )));
            }
        }
        Ok(promised)
    }

    /// Its place in the syllabus.
    pub fn entry(&self, promises: &[Promised]) -> ExerciseEntry {
        ExerciseEntry {
            number: self.number.clone(),
            slug: self.slug.clone(),
            title: self.title.clone(),
            points: self.points,
            promises: promises.iter().map(|promised| promised.entry.clone()).collect(),
        }
    }
}

/// The files of the `model` folder in `tests`, by their place in `tests`; none where there is no such
/// folder.
fn model(tests: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    let mut folders = vec![MODEL.to_owned()];
    while let Some(folder) = folders.pop() {
        let path = tests.join(&folder);
        let unread = |error| Failure::file("read", &path, &error);
        let entries = match fs::read_dir(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound && folder == MODEL => break,
            entries => entries.map_err(unread)?,
        };
        for entry in entries {
            let entry = entry.map_err(unread)?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let (file, name) = (entry.path(), format!("{folder}/{name}"));
            if file.is_dir() {
                folders.push(name);
            } else if file.extension().is_some_and(|kind| kind == "rs") {
                let text = fs::read_to_string(&file)
                    .map_err(|error| Failure::file("read", &file, &error))?;
                files.insert(name, text);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An exercise with these files beside its tests.
    fn graded(name: &str, model: &[(&str, &str)]) -> (PathBuf, GradedExercise) {
        let folder = std::env::temp_dir().join(format!("graded-{name}-{}", std::process::id()));
        for (file, text) in model {
            let path = folder.join("tests").join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        }
        let exercise = GradedExercise {
            number: "11".to_owned(),
            slug: "semaphore".to_owned(),
            title: "Semaphore".to_owned(),
            points: Points::whole(1),
            crate_name: "semaphore".to_owned(),
            given: None,
            solution: String::new(),
            tests: folder.join("out"),
            course_tests: "mod model;".to_owned(),
            model: super::model(&folder.join("tests"))
                .unwrap_or_else(|failure| panic!("{failure}")),
            extra_tests: None,
        };
        (folder, exercise)
    }

    #[test]
    fn the_model_lies_beside_the_tests_and_counts_for_results() {
        let files = [("model/mod.rs", "mod lists;"), ("model/lists/mod.rs", "fn a() {}")];
        let (folder, with) = graded("with", &files);
        with.lay_out().unwrap_or_else(|failure| panic!("{failure}"));
        for (file, text) in files {
            assert_eq!(fs::read_to_string(with.tests.join(file)).ok().as_deref(), Some(text));
            assert!(with.texts().contains(&file) && with.texts().contains(&text));
        }
        assert!(with.tests.join("course.rs").is_file());
        let (_, without) = graded("without", &[]);
        assert_eq!(without.texts().len(), with.texts().len() - 4);
        fs::remove_dir_all(folder).expect("removed");
    }
}
