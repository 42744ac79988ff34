//! `cargo xtask hint`

use super::named_or_current;
use crate::Outcome;
use crate::cli::Hint;
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::progress::{self, Progress};
use crate::report::{self, Page};
use std::fs;

pub fn run(asked: Hint) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let progress = Progress::load(&course);
    let exercise = named_or_current(&course, &progress, asked.exercise.as_deref())?;
    let hints = read(exercise)?;
    let seen = progress.of(exercise).map_or(0, |entry| entry.hints);
    let number = asked.number.unwrap_or((seen + 1).min(hints.len()));
    let Some((title, text)) = number.checked_sub(1).and_then(|index| hints.get(index)) else {
        let (heading, all) = (exercise.heading(), verdict::text::count(hints.len(), "hint"));
        return Err(Failure::usage(format!("{heading} has {all}, and none is number {number}")));
    };
    let notices = progress::record(&course, |progress| progress.saw_hints(exercise, number));
    let mut page = Page::here();
    report::hint(&mut page, exercise, title, text, number, hints.len());
    page.print();
    report::notices(&notices);
    Ok(Outcome::Good)
}

/// The hints of an exercise, title and text: one a `## ` section of its `hints.md`.
pub fn read(exercise: &Exercise) -> Result<Vec<(String, String)>, Failure> {
    let file = exercise.dir.join("hints.md");
    let text = fs::read_to_string(&file).map_err(|error| Failure::file("read", &file, &error))?;
    let sections = text.split("\n## ").skip(1).map(|section| {
        let (title, text) = section.split_once('\n').unwrap_or((section, ""));
        (title.trim().to_owned(), text.trim().to_owned())
    });
    Ok(sections.collect())
}
