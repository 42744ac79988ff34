//! What belongs to an exercise besides code, and that its two folders agree.

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::solution_comparison;
use std::fs;

/// The faults of an exercise's files.
pub fn faults(course: &Course, exercise: &Exercise) -> Result<Vec<String>, Failure> {
    let mut faults = Vec::new();
    let (folder, home) = (&exercise.folder, exercise.solution());
    let read = |path: &str| fs::read_to_string(course.root().join(path)).ok();

    for file in ["README.md", "examples/live.rs", "src/lib.rs", "tests/model/mod.rs"] {
        let path = format!("{folder}/{file}");
        if read(&path).is_none() {
            faults.push(format!("{path}: missing"));
        }
    }
    for file in ["start.rs", "src/lib.rs", "Cargo.toml"] {
        let path = format!("{home}/{file}");
        if read(&path).is_none() {
            faults.push(format!("{path}: missing"));
        }
    }
    let (skeleton, start) = (read(&exercise.answer()), read(&format!("{home}/start.rs")));
    if skeleton.is_some() && start.is_some() && skeleton != start {
        faults.push(format!("{}: differs from {home}/start.rs", exercise.answer()));
    }
    if exercise.package != exercise.slug {
        faults.push(format!("{folder}/Cargo.toml: the package is \"{}\"", exercise.package));
    }
    for (key, value) in [
        ("part", &exercise.part),
        ("idea", &exercise.idea),
        ("counterpart", &exercise.counterpart),
        ("learned", &exercise.learned),
    ] {
        if value.is_empty() {
            faults
                .push(format!("{folder}/Cargo.toml: [package.metadata.exercise] has no \"{key}\""));
        }
    }
    // Without it, a learner who deletes the one file that is theirs can no longer even be told so:
    // cargo then refuses the whole workspace.
    if let Some(manifest) = read(&format!("{folder}/Cargo.toml"))
        && !manifest.lines().any(|line| line == "path = \"src/lib.rs\"")
    {
        faults.push(format!("{folder}/Cargo.toml: [lib] must say path = \"src/lib.rs\""));
    }
    if let Some(manifest) = read(&format!("{home}/Cargo.toml")) {
        for line in [
            format!("name = \"{}-solution\"", exercise.slug),
            format!("description = \"{}\"", exercise.title),
        ] {
            if !manifest.lines().any(|other| other == line) {
                faults.push(format!("{home}/Cargo.toml: must say {line}"));
            }
        }
    }
    let now = exercise.digests_now();
    if exercise.digests != now {
        faults.push(format!(
            "{home}/Cargo.toml: [package.metadata.solution] must have this line, which cargo xtask \
             verify {} --digests writes\n{}",
            exercise.number,
            now.line()
        ));
    }
    for name in &exercise.styles {
        if solution_comparison::style(course, exercise, name).is_none() {
            faults.push(format!(
                "{home}/Cargo.toml: styles names \"{name}\", but {home}/right/{name}.rs is missing or \
                 does not begin with //! and how it goes about it"
            ));
        }
    }
    Ok(faults)
}
