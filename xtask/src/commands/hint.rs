//! `cargo xtask hint`

use super::named_or_current;
use crate::Outcome;
use crate::cli::Hint;
use crate::course::Course;
use crate::failure::Failure;
use crate::hints;
use crate::progress::{self, Progress};
use crate::report::{self, Page};

pub fn run(asked: Hint) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let progress = Progress::load(&course);
    let exercise = named_or_current(&course, &progress, asked.exercise.as_deref())?;
    let seen = progress.of(exercise).map_or(0, |entry| entry.hints);
    let hint = hints::choose(exercise, asked.number, seen)?;
    let notices = progress::record(&course, |progress| progress.saw_hints(exercise, hint.number));
    let mut page = Page::here();
    report::hint(&mut page, exercise, &hint);
    page.print();
    report::notices(&notices);
    Ok(Outcome::Good)
}
