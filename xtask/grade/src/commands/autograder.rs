//! `cargo xtask grade autograder`: what a platform needs to grade by itself whenever somebody hands in.

mod course_files;
mod github_classroom;
mod gradescope;

use super::grade;
use crate::cli::{Autograder, Platform};
use crate::seed::Seed;
use xtask::Outcome;
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;

pub fn run(asked: &Autograder) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercises = grade::exercises(&course, &asked.exercises)?;
    match &asked.platform {
        Platform::Gradescope => gradescope::make(asked, &course, &exercises),
        Platform::GithubClassroom(source) => github_classroom::make(asked, source, &exercises),
    }
}

/// The options that the grader is always started with: the exercises if not all are graded, and the seed.
/// What is not recognised or not accepted is a zero here, not a blank: who handed it in sees why at once, and
/// can hand in again.
fn options(asked: &Autograder, exercises: &[&Exercise]) -> String {
    let named = if asked.exercises.is_empty() { &[] } else { exercises };
    let mut options: Vec<String> =
        named.iter().map(|exercise| format!("--exercise {}", exercise.slug)).collect();
    options.push(format!("--seed {}", asked.seed.unwrap_or_else(Seed::draw)));
    options.push("--yes --missing-as 0".to_owned());
    options.join(" ")
}
