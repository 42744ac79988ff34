//! An exercise built, and its promises put to the test.

pub mod build;
pub mod capture;
pub mod promise;
pub mod silence;

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use build::{Builder, Diagnostic};
use promise::Promise;
use std::path::PathBuf;

/// What came of an attempt at an exercise.
pub enum Attempt {
    /// It could be built: what became of each promise, in the order of the test file.
    Ran {
        promises: Vec<Promise>,
        /// What the compiler warned of in the learner's file.
        warnings: Vec<Diagnostic>,
    },
    /// It does not compile.
    Broken {
        /// Errors in the learner's package first, warnings after.
        diagnostics: Vec<Diagnostic>,
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
}

/// Builds these exercises in one go and puts their promises to the test, all side by side.
pub fn attempt<'a>(
    course: &Course,
    exercises: &[&'a Exercise],
    builder: &Builder,
) -> Result<Vec<(&'a Exercise, Attempt)>, Failure> {
    let sound: Vec<&Exercise> =
        exercises.iter().copied().filter(|exercise| damage(course, exercise).is_none()).collect();
    let built = builder.build(course, &sound)?;

    let mut programs = Vec::new();
    for exercise in &sound {
        if let Some(program) = &built[&exercise.slug].program {
            let names = promise::names(program, test_file(exercise))?;
            programs.extend(
                names.into_iter().map(|name| (exercise.slug.clone(), program.clone(), name)),
            );
        }
    }
    let mut tested = promise::test_all(programs)?;

    let attempts = exercises.iter().map(|exercise| {
        let attempt = match damage(course, exercise) {
            Some(words) => Attempt::Damaged(words),
            None => {
                let build = &built[&exercise.slug];
                let diagnostics = build.diagnostics.clone();
                match build.program {
                    Some(_) => Attempt::Ran {
                        promises: tested.remove(&exercise.slug).unwrap_or_default(),
                        warnings: diagnostics,
                    },
                    None => Attempt::Broken { diagnostics },
                }
            }
        };
        (*exercise, attempt)
    });
    Ok(attempts.collect())
}

fn test_file(exercise: &Exercise) -> Option<&PathBuf> {
    exercise.test.as_ref().map(|(_, file)| file)
}

/// What is missing or changed besides the one file that is the learner's, if anything.
fn damage(course: &Course, exercise: &Exercise) -> Option<String> {
    let Exercise { folder, slug, package, .. } = exercise;
    let back = |file: &str| format!("To get it back: git checkout -- {folder}/{file}");
    if package != slug {
        return Some(format!(
            "{folder}/Cargo.toml says name = \"{package}\"; the course knows this exercise as \
             \"{slug}\". {}",
            back("Cargo.toml")
        ));
    }
    if !test_file(exercise).is_some_and(|file| file.is_file()) {
        return Some(format!(
            "The promises are gone: there is no test in {folder}/tests. {}",
            back("tests")
        ));
    }
    let answer = course.root().join(exercise.answer());
    if !answer.is_file() {
        return Some(format!(
            "Your file is gone: {} does not exist. {} To begin afresh, copy {}/start.rs there.",
            exercise.answer(),
            back("src/lib.rs"),
            exercise.solution()
        ));
    }
    None
}
