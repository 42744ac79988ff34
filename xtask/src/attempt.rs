//! An exercise built, and its promises put to the test.

pub mod capture;
pub mod no_report;
pub mod promise;
mod verdict_cache;

use crate::compile_errors;
use crate::compiler::{Compiler, Diagnostic};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::CancellationToken;
use crate::signatures;
use promise::Promise;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What came of an attempt at an exercise.
pub enum Attempt {
    /// It could be built: what became of each promise, in the order of the test file.
    Ran {
        promises: Vec<Promise>,
        /// What the compiler warned of in the learner's file.
        warnings: Vec<Diagnostic>,
        /// Which files besides the learner's aren't as the course has them, from the exercise's folder.
        changed: Vec<String>,
    },
    /// It does not compile.
    Broken {
        /// Errors in the learner's package first, warnings after.
        diagnostics: Vec<Diagnostic>,
        /// As above.
        changed: Vec<String>,
        /// The public functions of the skeleton that the answer doesn't have as they were there.
        missing: Vec<String>,
    },
    /// Something that the exercise needs is missing or was changed: in words, with the way back.
    Damaged(String),
}

impl Attempt {
    /// Whether every promise was kept, and there was one.
    pub fn solved(&self) -> bool {
        let (kept, all) = self.score();
        all > 0 && kept == all
    }

    /// Promises kept, and promises made.
    pub fn score(&self) -> (usize, usize) {
        match self {
            Attempt::Ran { promises, .. } => {
                (promises.iter().filter(|promise| promise.kept()).count(), promises.len())
            }
            Attempt::Broken { .. } | Attempt::Damaged(_) => (0, 0),
        }
    }

    /// The files besides the learner's that aren't as the course has them.
    pub fn changed(&self) -> &[String] {
        match self {
            Attempt::Ran { changed, .. } | Attempt::Broken { changed, .. } => changed,
            Attempt::Damaged(_) => &[],
        }
    }

    /// An attempt with the answer in a file, of which the compiler said this when it refused.
    pub fn refused(
        course: &Course,
        exercise: &Exercise,
        answer: &Path,
        diagnostics: Vec<Diagnostic>,
    ) -> Attempt {
        let missing = signatures::missing(course, exercise, answer);
        Attempt::Broken { diagnostics, changed: exercise.changed_files(), missing }
    }

    /// What the compiler refused it for, by a key.
    pub fn refused_for(&self) -> Option<&'static str> {
        match self {
            Attempt::Broken { diagnostics, .. } => Some(compile_errors::key(diagnostics)),
            Attempt::Ran { .. } | Attempt::Damaged(_) => None,
        }
    }

    /// The first promise, in the order in which they teach, that is broken.
    pub fn first_broken(&self) -> Option<&Promise> {
        match self {
            Attempt::Ran { promises, .. } => promises.iter().find(|promise| !promise.kept()),
            Attempt::Broken { .. } | Attempt::Damaged(_) => None,
        }
    }
}

/// Builds these exercises in one go and puts their promises to the test, all side by side. What is
/// promised of any input is tried on inputs drawn from `seed`. It ends early, with whatever error, when
/// `token` is cancelled.
pub fn attempt<'a>(
    course: &Course,
    exercises: &[&'a Exercise],
    compiler: &Compiler,
    seed: u64,
    token: &CancellationToken,
) -> Result<Vec<(&'a Exercise, Attempt)>, Failure> {
    let damages: Vec<Option<String>> = exercises.iter().map(|e| damage(course, e)).collect();
    let changed: Vec<Vec<String>> = exercises.iter().map(|e| e.changed_files()).collect();
    let is_sound = |(exercise, damage): (&&'a Exercise, &Option<String>)| {
        damage.is_none().then_some(*exercise)
    };
    let sound: Vec<&Exercise> = exercises.iter().zip(&damages).filter_map(is_sound).collect();
    let mut built = compiler.build(course, &sound, token)?;

    let mut programs = Vec::new();
    let mut known = BTreeMap::new();
    for exercise in &sound {
        let Some(build) = built.get(&exercise.slug) else { continue };
        let Some(program) = &build.program else { continue };
        let slug = || exercise.slug.clone();
        if let Some(promises) = verdict_cache::load(program, seed) {
            known.insert(slug(), promises);
            continue;
        }
        let names = promise::names(program, test_file(exercise))?;
        programs.extend(names.into_iter().map(|name| (slug(), program.clone(), name)));
    }
    let mut tested = promise::test_all(programs, seed, token)?;
    for (slug, promises) in &tested {
        if let Some(program) = built.get(slug).and_then(|build| build.program.as_ref()) {
            verdict_cache::save(program, seed, promises);
        }
    }
    tested.append(&mut known);

    let inputs = exercises.iter().zip(damages).zip(changed);
    let attempts = inputs.map(|((exercise, damage), changed)| {
        let build = built.remove(&exercise.slug).unwrap_or_default();
        let attempt = match (damage, build.program, tested.remove(&exercise.slug)) {
            (Some(words), ..) => Attempt::Damaged(words),
            (None, None, _) => {
                let answer = course.root().join(exercise.answer());
                Attempt::refused(course, exercise, &answer, build.diagnostics)
            }
            (None, Some(_), Some(mut promises)) => {
                add_source_lines(exercise, &mut promises);
                Attempt::Ran { promises, warnings: build.diagnostics, changed }
            }
            (None, Some(_), None) => Attempt::Damaged(missing_tests(exercise)),
        };
        (*exercise, attempt)
    });
    Ok(attempts.collect())
}

/// Tells each promise where it is stated.
fn add_source_lines(exercise: &Exercise, promises: &mut [Promise]) {
    let Some(file) = test_file(exercise) else { return };
    let (Ok(source), Some(name)) = (fs::read_to_string(file), file.file_name()) else { return };
    let file = format!("{}/tests/{}", exercise.folder, name.to_string_lossy());
    for promise in promises {
        let line = promise::line_of(&promise.name, &source);
        promise.place = line.map(|line| format!("{file}:{line}"));
    }
}

fn test_file(exercise: &Exercise) -> Option<&PathBuf> {
    exercise.test.as_ref()
}

/// What is missing or changed besides the one file that is the learner's, if anything.
fn damage(course: &Course, exercise: &Exercise) -> Option<String> {
    let Exercise { folder, slug, package, .. } = exercise;
    if !exercise.dir.is_dir() {
        return Some(format!(
            "The folder {folder} is gone. If you renamed it, give it its old name again. If an update \
             took the exercise out of the course, `cargo xtask list` shows which ones there are."
        ));
    }
    if package != slug {
        return Some(format!(
            "{folder}/Cargo.toml says name = \"{package}\"; the course knows this exercise as \
             \"{slug}\". {}",
            how_to_restore(exercise, "Cargo.toml")
        ));
    }
    if !test_file(exercise).is_some_and(|file| file.is_file()) {
        return Some(missing_tests(exercise));
    }
    let answer = course.root().join(exercise.answer());
    if answer.exists() && !answer.is_file() {
        let what = if answer.is_dir() { "a folder" } else { "not a regular file" };
        return Some(format!(
            "{} is {what}. Move it to another place. `cargo xtask reset {}` then begins afresh.",
            exercise.answer(),
            exercise.number
        ));
    }
    if !answer.is_file() {
        return Some(format!(
            "Your file is gone: {} does not exist. `cargo xtask reset {}` begins afresh. {}",
            exercise.answer(),
            exercise.number,
            how_to_restore(exercise, "src/lib.rs")
        ));
    }
    if fs::read(answer).is_ok_and(|bytes| str::from_utf8(&bytes).is_err()) {
        return Some(format!(
            "{} isn't valid UTF-8. Save the file as UTF-8 and check again.",
            exercise.answer()
        ));
    }
    None
}

fn missing_tests(exercise: &Exercise) -> String {
    let (folder, name) = (&exercise.folder, exercise.crate_name());
    let back = how_to_restore(exercise, "tests");
    format!("The promises are gone: there is no test in {folder}/tests/{name}.rs. {back}")
}

/// From the root, wherever somebody stands.
fn how_to_restore(exercise: &Exercise, file: &str) -> String {
    format!("To get it back: git checkout -- :/{}/{file}", exercise.folder)
}
