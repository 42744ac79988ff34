//! `cargo xtask reset`

use super::named_or_here;
use crate::Outcome;
use crate::cli::{Reset, Selection};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::progress;
use crate::report::{self, Page};
use crate::skeleton;
use std::io::{self, IsTerminal};
use verdict::text::count;

pub fn run(asked: Reset) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercises: Vec<&Exercise> = match &asked.exercises {
        Selection::One(name) => vec![named_or_here(&course, name.as_deref(), "reset")?],
        Selection::All => course.exercises().iter().collect(),
    };
    if !asked.yes && !agreed(&course, &exercises)? {
        report::print_note("Nothing was changed.");
        return Ok(Outcome::NotYet);
    }
    let mut page = Page::here();
    if let (Selection::One(_), [exercise]) = (&asked.exercises, exercises.as_slice()) {
        report::reset(&mut page, exercise, &skeleton::restore(&course, exercise)?);
        page.print();
        forget_progress(&course, &[exercise]);
        return Ok(Outcome::Good);
    }
    // One that fails is no reason to leave out the others.
    let results: Vec<_> = exercises.iter().map(|e| (*e, skeleton::restore(&course, e))).collect();
    report::reset_all(&mut page, &results);
    page.print();
    forget_progress(&course, &exercises);
    let failed = results.iter().any(|(_, result)| result.is_err());
    Ok(if failed { Outcome::Machine } else { Outcome::Good })
}

/// Hints begin at the first again.
fn forget_progress(course: &Course, exercises: &[&Exercise]) {
    let notices = progress::record(course, |progress| {
        exercises.iter().for_each(|exercise| progress.restarts(exercise));
    });
    report::notices(&notices);
}

/// Whether what is there may be replaced: asked only where there is something, and somebody.
fn agreed(course: &Course, exercises: &[&Exercise]) -> Result<bool, Failure> {
    // What cannot be looked at is not replaced either, and reported on in its turn.
    let replaced = |e: &&&Exercise| skeleton::would_replace(course, e).unwrap_or(false);
    let question = match *exercises.iter().filter(replaced).collect::<Vec<_>>() {
        [] => return Ok(true),
        [one] => format!("This replaces {}.", one.answer()),
        ref several => format!("This replaces {}.", count(several.len(), "file")),
    };
    let question = format!("{question} A copy of what is there will be kept.");
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        let sure = "Without a terminal to ask on, say --yes if that is meant.";
        return Err(Failure::usage(format!("{question} {sure}")));
    }
    report::ask(&question);
    let mut said = String::new();
    let heard = io::stdin().read_line(&mut said);
    Ok(heard.is_ok() && matches!(said.trim().to_lowercase().as_str(), "y" | "yes"))
}
