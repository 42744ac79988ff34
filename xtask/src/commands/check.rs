//! `cargo xtask check`

use super::{compiler, named_or_current};
use crate::Outcome;
use crate::attempt::attempt;
use crate::cli::{Check, Checked, Format};
use crate::compiler::Compiler;
use crate::course::Course;
use crate::failure::Failure;
use crate::hints;
use crate::process::CancellationToken;
use crate::progress::{self, Progress};
use crate::report::{self, Page, WayOn, json};

pub fn run(asked: Check) -> Result<Outcome, Failure> {
    let Check { exercises: checked, seed, format } = asked;
    let course = Course::here()?;
    let exercises = match &checked {
        Checked::All => course.exercises().iter().collect(),
        Checked::One(name) => {
            vec![named_or_current(&course, &Progress::load(&course), name.as_deref())?]
        }
    };
    let colour = format == Format::Text && report::in_colour();
    let compiler = Compiler { colour, ..compiler() };
    // Before: what is saved while a check is at work is not what it checks.
    let answers: Vec<u64> =
        exercises.iter().map(|exercise| progress::fingerprint(&course, exercise)).collect();
    let attempts = attempt(&course, &exercises, &compiler, seed, &CancellationToken::default())?;
    let notices = progress::record(&course, |progress| {
        for ((exercise, attempt), answer) in attempts.iter().zip(answers) {
            progress.attempted(exercise, answer, attempt);
        }
    });
    let solved = attempts.iter().all(|(_, attempt)| attempt.solved());
    let outcome = if solved { Outcome::Good } else { Outcome::NotYet };
    match (format, &checked, attempts.as_slice()) {
        (Format::Json, ..) => json::print(&json::check(&attempts, seed, outcome)),
        (Format::Text, Checked::One(_), [(exercise, attempt)]) => {
            let mut page = Page::here();
            let progress = Progress::load(&course);
            let offer = hints::offer(exercise, attempt, &progress);
            let way_on = WayOn::Commands;
            report::one(&mut page, &course, exercise, attempt, &progress, way_on, offer);
            page.print();
        }
        (Format::Text, ..) => {
            let mut page = Page::here();
            report::all(&mut page, &attempts);
            page.print();
        }
    }
    report::notices(&notices);
    Ok(outcome)
}
