//! `cargo xtask check`

use super::{compiler, named_or_current};
use crate::Outcome;
use crate::attempt::attempt;
use crate::cli::{Check, Format, Selection};
use crate::compiler::Compiler;
use crate::course::Course;
use crate::failure::Failure;
use crate::hints;
use crate::process::CancellationToken;
use crate::progress::{self, Progress};
use crate::report::{self, Controls, Page, Shown, json};
use crate::sources;

pub fn run(asked: Check) -> Result<Outcome, Failure> {
    let Check { exercises: selection, seed, full, format } = asked;
    let course = Course::here()?;
    let exercises = match &selection {
        Selection::All => course.exercises().iter().collect(),
        Selection::One(name) => {
            vec![named_or_current(&course, &Progress::load(&course), name.as_deref())?]
        }
    };
    let colour = format == Format::Text && report::in_colour();
    let compiler = Compiler { colour, ..compiler() };
    // Before: what is saved while a check is at work is not what it checks.
    let answers: Vec<u64> =
        exercises.iter().map(|exercise| progress::fingerprint(&course, exercise)).collect();
    let beside: Vec<Vec<String>> =
        exercises.iter().map(|exercise| sources::beside_answer(exercise)).collect();
    let attempts = attempt(&course, &exercises, &compiler, seed, &CancellationToken::default())?;
    let notices = progress::record(&course, |progress| {
        for ((exercise, attempt), answer) in attempts.iter().zip(answers) {
            hints::attempted(progress, exercise, answer, attempt);
        }
    });
    let solved = attempts.iter().all(|(_, attempt)| attempt.solved());
    let outcome = if solved { Outcome::Good } else { Outcome::NotYet };
    match (format, &selection, attempts.as_slice()) {
        (Format::Json, ..) => json::print(&json::check(&attempts, &beside, seed, outcome)),
        (Format::Text, Selection::One(_), [(exercise, attempt)]) => {
            let mut page = Page::here();
            let progress = Progress::load(&course);
            let (controls, offer) =
                (Controls::Commands, hints::offer(exercise, &progress, attempt));
            report::one(
                &mut page,
                &course,
                &progress,
                &Shown { exercise, attempt, controls, offer, full },
            );
            report::beside_answer(&mut page, exercise, &beside[0]);
            page.print();
        }
        (Format::Text, ..) => {
            let mut page = Page::here();
            report::all(&mut page, &attempts);
            for ((exercise, _), files) in attempts.iter().zip(&beside) {
                report::beside_answer(&mut page, exercise, files);
            }
            page.print();
        }
    }
    report::notices(&notices);
    Ok(outcome)
}
