//! Hints help with what really goes wrong: there is one to offer for every promise, and none is about
//! a mistake that nobody makes.
//!
//! Which mistakes there are, the reports of the course's own answers tell: a key that no answer ever
//! brought about is misspelt, or belongs to another exercise, or wants a wrong answer that shows it.

use crate::course::Exercise;
use crate::failure::Failure;
use crate::file_tree::add_rust_files;
use crate::hints;
use crate::proof::Proof;
use std::collections::BTreeSet;
use std::fs;
use verdict::text::{count, list};

/// How many hints an exercise has at the least: a nudge, the concept, almost the answer.
const FEWEST: usize = 3;

/// The faults of an exercise's hints, given what its answers have shown.
pub fn faults(exercise: &Exercise, proof: &Proof) -> Result<Vec<String>, Failure> {
    let file = format!("{}/hints.md", exercise.folder);
    let mut faults = Vec::new();
    if !exercise.dir.join("hints.md").is_file() {
        return Ok(vec![format!("{file}: missing")]);
    }
    let hints = hints::read(exercise)?;
    if hints.len() < FEWEST {
        faults.push(format!("{file}: {}; at least {FEWEST}", count(hints.len(), "hint")));
    }
    for (i, hint) in hints.iter().enumerate() {
        if hint.text.contains("<!--") {
            faults.push(format!(
                "{file}: hint {} has a comment that would be shown; what it fits must stand right \
                 below its heading: <!-- fits: a_promise a-mistake -->",
                i + 1
            ));
        }
    }
    // Where nothing could be put to the test, that is fault enough.
    if proof.promises.is_empty() {
        return Ok(faults);
    }
    let mut fitted = BTreeSet::new();
    for (i, hint) in hints.iter().enumerate() {
        for name in &hint.fits {
            if !proof.promises.contains(name) && !proof.mistakes.contains(name) {
                let known: Vec<&String> = proof.mistakes.iter().collect();
                faults.push(format!(
                    "{file}: hint {} fits \"{name}\", which is no promise and no mistake of the \
                     answers here ({})",
                    i + 1,
                    list(&known, known.len())
                ));
            }
            fitted.insert(name);
        }
    }
    let tests = tests(exercise);
    for mistake in proof.mistakes.iter().filter(|it| !fitted.contains(it)) {
        // What the judge recognises in every exercise says less than the promise does.
        if tests.contains(&format!("\"{mistake}\"")) {
            faults.push(format!("{file}: no hint fits the mistake {mistake}"));
        }
    }
    for promise in
        proof.promises.difference(&proof.of_any_input).filter(|promise| !fitted.contains(promise))
    {
        faults.push(format!("{file}: no hint fits the promise {promise}"));
    }
    Ok(faults)
}

/// All that is in the exercise's tests.
fn tests(exercise: &Exercise) -> String {
    let mut files = Vec::new();
    add_rust_files(&exercise.dir.join("tests"), &mut files);
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}
