//! `cargo xtask check`

use super::{builder, named_or_current};
use crate::Outcome;
use crate::attempt::attempt;
use crate::cli::Check;
use crate::course::Course;
use crate::failure::Failure;
use crate::hints;
use crate::process::CancellationToken;
use crate::progress::{self, Progress};
use crate::report::{self, Page, WayOn};

pub fn run(check: Check) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercises = match &check {
        Check::All => course.exercises().iter().collect(),
        Check::One(name) => {
            vec![named_or_current(&course, &Progress::load(&course), name.as_deref())?]
        }
    };
    let attempts = attempt(&course, &exercises, &builder(), &CancellationToken::default())?;
    let notices = progress::record(&course, |progress| {
        for (exercise, attempt) in &attempts {
            progress.attempted(&course, exercise, attempt);
        }
    });
    let mut page = Page::here();
    match (&check, attempts.as_slice()) {
        (Check::One(_), [(exercise, attempt)]) => {
            let progress = Progress::load(&course);
            let offer = hints::offer(exercise, attempt, &progress);
            let way_on = WayOn::Commands;
            report::one(&mut page, &course, exercise, attempt, &progress, way_on, offer);
        }
        _ => report::all(&mut page, &attempts),
    }
    page.print();
    report::notices(&notices);
    let solved = attempts.iter().all(|(_, attempt)| attempt.solved());
    Ok(if solved { Outcome::Good } else { Outcome::NotYet })
}
