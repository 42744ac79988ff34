//! The index of exercises in the README: a row an exercise, as its manifest says.

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use std::fs;
use std::io::ErrorKind;

/// Says so when the course's README has not this exercise's row, and which it is.
pub fn fault(course: &Course, exercise: &Exercise) -> Result<Option<String>, Failure> {
    let path = course.root().join("README.md");
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Some("README.md: missing".to_owned()));
        }
        Err(error) => return Err(Failure::file("read", &path, &error)),
    };
    let row = row(exercise);
    let there = text.lines().any(|line| line == row);
    Ok((!there).then(|| format!("README.md: its index must have the row\n{row}")))
}

fn row(exercise: &Exercise) -> String {
    let Exercise { number, title, folder, idea, counterpart, minutes, .. } = exercise;
    let level = "★".repeat(exercise.level as usize);
    format!("| {number} | [{title}]({folder}) | {idea} | {counterpart} | {level} | {minutes} min |")
}
