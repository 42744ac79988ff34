//! `cargo xtask hint`

use super::named_or_current;
use crate::Outcome;
use crate::cli::Hint;
use crate::course::Course;
use crate::failure::Failure;
use crate::hints;
use crate::progress::{self, Progress};
use crate::report::{self, Controls, Page};

pub fn run(asked: Hint) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let progress = Progress::load(&course);
    let exercise = named_or_current(&course, &progress, asked.exercise.as_deref())?;
    if asked.number.is_none() && hints::none_fits(exercise, &progress) {
        let mut page = Page::here();
        report::no_hint(&mut page, exercise);
        page.print();
        return Ok(Outcome::Good);
    }
    let hint = hints::choose(exercise, asked.number, &progress)?;
    let notices = progress::record(&course, |progress| progress.saw_hint(exercise, hint.number));
    let mut page = Page::here();
    report::hint(&mut page, exercise, &hint, Controls::Commands);
    page.print();
    report::notices(&notices);
    Ok(Outcome::Good)
}
