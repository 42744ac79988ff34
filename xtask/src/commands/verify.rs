//! `cargo xtask verify`: the course proves itself.
//!
//! Of every exercise: the skeleton compiles without a warning and fails without hanging; the
//! solution and every right answer keep every promise; every wrong answer is rejected by exactly the
//! promises that its first line names, in the words it names; what the compiler is to refuse it refuses,
//! and the screen of that is short and says what it means; every promise is broken by some wrong answer,
//! for one that nothing breaks might as well not be there; and to whoever breaks one again and
//! again there is a hint to offer.

mod answer_programs;
mod answers;
mod author_todos;
mod code_style;
mod hints;
mod index;
mod known_answers;
mod manifests;
mod proof_cache;
mod refused_answers;

pub use known_answers::header;

use super::compiler;
use crate::Outcome;
use crate::cli::Verify;
use crate::course::{Course, Exercise, members};
use crate::failure::Failure;
use crate::proof::Proof;
use crate::report::{self, Page};
use crate::scratch_compiler::ScratchCompiler;
use proof_cache::ProofCache;
use std::collections::BTreeMap;
use std::fs;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

pub fn run(asked: Verify) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercises: Vec<&Exercise> = match &asked.exercise {
        Some(name) => vec![course.find(name)?],
        None => course.exercises().iter().collect(),
    };
    if asked.digests {
        return digests(&course, &exercises);
    }
    let faults = members::faults(course.root());
    let mut page = Page::here();
    report::members(&mut page, &faults);
    page.print();
    let cache = ProofCache::of(&course);
    // Rounds are asked for to see whether what is proved is so once more.
    let uses_cache = !asked.fresh && asked.rounds == 1;
    let known = |exercise: &&Exercise| {
        let key = cache.key(&course, exercise);
        let proof = uses_cache.then(|| ProofCache::load(&course, exercise, &key)).flatten();
        (key, proof)
    };
    let known: Vec<(String, Option<Proof>)> = exercises.iter().map(known).collect();
    let compiler = match known.iter().all(|(_, proof)| proof.is_some()) {
        true => None,
        false => Some(ScratchCompiler::set_up(&course, &compiler())?),
    };
    let known = exercises.iter().zip(known).enumerate();
    let next = Mutex::new(known);
    let (sender, proofs) = channel();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(exercises.len()) {
            let (sender, next, course, compiler) =
                (sender.clone(), &next, &course, compiler.as_ref());
            scope.spawn(move || {
                loop {
                    let mine = next.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((index, (exercise, (key, proof)))) = mine else { return };
                    let proof = match (proof, compiler) {
                        (Some(proof), _) => Ok(proof),
                        (None, Some(compiler)) => prove(course, compiler, exercise, asked.rounds),
                        (None, None) => unreachable!("it is set up where anything is to be proved"),
                    };
                    if let Ok(proof) = &proof
                        && proof.faults.is_empty()
                    {
                        ProofCache::save(course, exercise, &key, proof);
                    }
                    // Whoever would hear of it has stopped at a failure.
                    if sender.send((index, proof)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        reported(&proofs, faults.is_empty())
    })
}

/// Writes the digests of exercises as they are now into the manifests of their solutions.
fn digests(course: &Course, exercises: &[&Exercise]) -> Result<Outcome, Failure> {
    for exercise in exercises {
        let name = format!("{}/Cargo.toml", exercise.solution());
        let file = course.root().join(&name);
        let failed = |what, error| Failure::file(what, &file, &error);
        let before = fs::read_to_string(&file).map_err(|error| failed("read", error))?;
        let after = exercise.digests_now().put_into(&before);
        if after != before {
            fs::write(&file, after).map_err(|error| failed("write", error))?;
            report::print_text(&format!("{name}: written"));
        }
    }
    Ok(Outcome::Good)
}

/// How many exercises are proved at the same time: while the blocked answers of one are waited for,
/// another's are compiled.
const AT_ONCE: usize = 3;

fn prove(
    course: &Course,
    compiler: &ScratchCompiler,
    exercise: &Exercise,
    rounds: usize,
) -> Result<Proof, Failure> {
    let mut proof = answers::prove(course, compiler, exercise, rounds)?;
    proof.faults.splice(0..0, manifests::faults(course, exercise)?);
    if let Some(picture) = exercise.picture.as_ref().filter(|name| !proof.promises.contains(*name))
    {
        let home = exercise.solution();
        proof
            .faults
            .push(format!("{home}/Cargo.toml: picture names {picture}, which is no promise"));
    }
    proof.faults.extend(hints::faults(exercise, &proof)?);
    proof.faults.extend(index::fault(course, exercise)?);
    proof.faults.extend(author_todos::faults(course, exercise));
    proof.faults.extend(code_style::faults(course, compiler, exercise)?);
    Ok(proof)
}

/// Reports proofs in the order of the course, each as soon as those before it are there. The course is
/// `sound` as far as was looked at before.
fn reported(
    proofs: &Receiver<(usize, Result<Proof, Failure>)>,
    mut sound: bool,
) -> Result<Outcome, Failure> {
    let mut waiting = BTreeMap::new();
    let mut due = 0;
    for (index, proof) in proofs {
        waiting.insert(index, proof?);
        while let Some(proof) = waiting.remove(&due) {
            let mut page = Page::here();
            report::verified(&mut page, &proof);
            page.print();
            sound &= proof.faults.is_empty();
            due += 1;
        }
    }
    Ok(if sound { Outcome::Good } else { Outcome::NotYet })
}
