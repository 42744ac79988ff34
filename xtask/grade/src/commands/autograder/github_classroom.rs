//! The workflow that grades a learner's repository on GitHub's own runners, and the older configuration of
//! GitHub Classroom's autograding, a test for each exercise.

use super::options;
use crate::cli::{Autograder, CourseSource};
use crate::store::write;
use std::fs;
use std::path::PathBuf;
use verdict::json::{self, array, number, object, text};
use xtask::Outcome;
use xtask::course::Exercise;
use xtask::failure::Failure;
use xtask::report;

pub fn make(
    asked: &Autograder,
    source: &CourseSource,
    exercises: &[&Exercise],
) -> Result<Outcome, Failure> {
    let folder = asked.out.clone().unwrap_or_else(|| "github-classroom".into());
    let mut options = options(asked, exercises);
    if asked.trust {
        options.push_str(" --trust-submissions");
    }
    let workflow = include_str!("../../../templates/github-classroom/classroom.yml")
        .replace("@REPOSITORY@", &source.repository)
        .replace("@REF@", &source.reference)
        .replace("@OPTIONS@", &options);
    put(folder.join(".github/workflows/classroom.yml"), &workflow)?;
    put(folder.join(".github/classroom/autograding.json"), &configuration(exercises))?;
    report::print_text(&format!(
        "{} has the folder .github for the repository that learners start from. Commit it there, and \
         protect it: who can change the workflow can change what it reports.",
        folder.display()
    ));
    Ok(Outcome::Good)
}

fn put(path: PathBuf, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
    }
    write(&path, text.as_bytes())
}

/// For what reads `autograding.json`. It gives all points of an exercise, or none.
fn configuration(exercises: &[&Exercise]) -> String {
    let test = |exercise: &&Exercise| {
        object([
            ("name", text(&format!("{} {}", exercise.number, exercise.title))),
            ("setup", text("")),
            ("run", text(&format!("cargo xtask check {}", exercise.number))),
            ("input", text("")),
            ("output", text("")),
            ("comparison", text("included")),
            ("timeout", number(10u8)),
            ("points", number(exercise.points)),
        ])
    };
    json::pretty(&object([("tests", array(exercises.iter().map(test)))])) + "\n"
}
