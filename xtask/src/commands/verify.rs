//! `cargo xtask verify`: the course proves itself.
//!
//! Of every exercise: the skeleton compiles without a warning and fails without hanging; the
//! solution and every right answer keep every promise; every wrong answer is rejected by exactly the
//! promises that its first line names, in the words it names; every promise is broken by some wrong
//! answer, for one that nothing breaks might as well not be there; and to whoever breaks one again and
//! again there is a hint to offer.

mod answers;
mod hints;
mod index;
mod manifests;
mod marks;
mod tidy;

use super::builder;
use crate::Outcome;
use crate::bench::Bench;
use crate::cli::Verify;
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::report::{self, Page};
use std::collections::BTreeSet;

/// What was proved of an exercise, and what could not be.
pub struct Proof {
    pub heading: String,
    pub promises: BTreeSet<String>,
    /// The keys of all mistakes that were recognised in some answer.
    pub mistakes: BTreeSet<String>,
    pub wrong: usize,
    pub right: usize,
    /// What is wrong with it, each in a sentence that names its file.
    pub faults: Vec<String>,
}

pub fn run(asked: Verify) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercises: Vec<&Exercise> = match &asked.exercise {
        Some(name) => vec![course.find(name)?],
        None => course.exercises().iter().collect(),
    };
    let bench = Bench::set_up(&course, &builder())?;
    let mut proofs = Vec::new();
    for exercise in &exercises {
        let mut proof = answers::prove(&course, &bench, exercise, asked.rounds)?;
        proof.faults.splice(0..0, manifests::faults(&course, exercise)?);
        proof.faults.extend(hints::faults(exercise, &proof)?);
        proof.faults.extend(index::fault(&course, exercise)?);
        proof.faults.extend(marks::faults(&course, exercise));
        proof.faults.extend(tidy::faults(&course, exercise)?);
        let mut page = Page::here();
        report::verified(&mut page, &proof);
        page.print();
        proofs.push(proof);
    }
    let sound = proofs.iter().all(|proof| proof.faults.is_empty());
    Ok(if sound { Outcome::Good } else { Outcome::NotYet })
}
