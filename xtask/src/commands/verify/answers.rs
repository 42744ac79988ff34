//! Every answer that the course keeps to an exercise, put to the test.

use super::answer_programs::AnswerPrograms;
use super::known_answers::{Answer, Kind, answers, header};
use super::refused_answers;
use crate::attempt::promise::Promise;
use crate::compile_errors;
use crate::compiler::rendered;
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::proof::Proof;
use crate::report;
use crate::scratch_compiler::ScratchCompiler;
use std::collections::BTreeSet;
use verdict::End;
use verdict::report_protocol::SEED;
use verdict::text::count;

/// What was found of all answers so far.
#[derive(Default)]
struct Findings {
    faults: Vec<String>,
    promises: BTreeSet<String>,
    mistakes: BTreeSet<String>,
    broken_by_some: BTreeSet<String>,
    /// Tests that the solution passes without the judge. They are no promises: each is said once and
    /// then left out, for otherwise it would look broken by every answer.
    bypasses: BTreeSet<String>,
    /// Promises that are about any input. Most wrong answers break them besides others, and then their
    /// first line need not say so.
    of_any_input: BTreeSet<String>,
    /// Which promises each answer broke in its first round.
    first: Vec<BTreeSet<String>>,
}

/// How many rounds are held at once: those of an hour would fill the memory.
const BATCH: usize = 25;

/// What a round draws its inputs from, counted from 0: the first those of a check, every other its own.
fn seed(round: usize) -> u64 {
    SEED + round as u64
}

/// Puts every answer to `exercise` to the test, `rounds` times.
pub fn prove(
    course: &Course,
    compiler: &ScratchCompiler,
    exercise: &Exercise,
    rounds: usize,
) -> Result<Proof, Failure> {
    let answers = answers(course, exercise);
    let programs = AnswerPrograms::set_up(compiler, exercise, &answers)?;
    let mut found = Findings::default();
    for (answer, compiled) in answers.iter().zip(programs.compiled()) {
        match compiled {
            _ if answer.kind == Kind::Refused => {
                found
                    .mistakes
                    .extend(compiled.err().map(|said| compile_errors::key(said).to_owned()));
                let faults = refused_answers::faults(course, exercise, answer, compiled.err());
                faults.into_iter().for_each(|fault| found.say(&answer.name, fault));
            }
            Err(said) => found.say(&answer.name, format!("does not compile.\n{}", rendered(said))),
            Ok(warnings) => {
                let is_shown = matches!(answer.kind, Kind::Skeleton | Kind::Solution);
                if is_shown && !warnings.is_empty() {
                    let said = format!("compiles with a warning.\n{}", rendered(warnings));
                    found.say(&answer.name, said);
                }
            }
        }
    }
    let mut done = 0;
    while done < rounds {
        let batch = BATCH.min(rounds - done);
        let seeds = seed(done)..seed(done + batch);
        found.add_rounds(exercise, &answers, programs.rounds(seeds)?, done);
        done += batch;
        if rounds > BATCH {
            report::print_note(&format!("{}: round {done} of {rounds}", exercise.heading()));
        }
    }
    let Findings { mut faults, promises, mistakes, broken_by_some, of_any_input, .. } = found;
    // What is found in one round is mostly found in every other.
    let mut said = BTreeSet::new();
    faults.retain(|fault| said.insert(fault.clone()));
    for promise in promises.difference(&broken_by_some) {
        faults.push(format!("{}: no wrong answer breaks the promise {promise}", exercise.folder));
    }
    if of_any_input.is_empty() {
        let folder = &exercise.folder;
        faults.push(format!("{folder}/tests: no promise is tried on any input (judge::any_input)"));
    }
    if promises.is_empty() {
        faults.push(format!("{}: there is no promise", exercise.folder));
    }
    let of_kind = |kind| answers.iter().filter(|answer| answer.kind == kind).count();
    let (wrong, right) = (of_kind(Kind::Wrong), of_kind(Kind::Right));
    let refused = of_kind(Kind::Refused);
    for (what, n, fewest) in
        [("wrong", wrong, FEWEST), ("right", right, FEWEST), ("refused", refused, FEWEST_REFUSED)]
    {
        if n < fewest {
            faults.push(format!(
                "{}/{what}: {}; at least {fewest}",
                exercise.solution(),
                count(n, "answer")
            ));
        }
    }
    Ok(Proof {
        heading: exercise.heading(),
        promises,
        of_any_input,
        mistakes,
        wrong,
        right,
        refused,
        faults,
    })
}

impl Findings {
    fn say(&mut self, answer: &str, what: String) {
        self.faults.push(format!("{answer}: {what}"));
    }

    /// Looks at some rounds of all answers, after `before` others.
    fn add_rounds(
        &mut self,
        exercise: &Exercise,
        answers: &[Answer],
        mut tried: Vec<Vec<Vec<Promise>>>,
        before: usize,
    ) {
        let begins = before == 0;
        if begins {
            self.bypasses = bypasses(answers, &tried);
            self.of_any_input = of_any_input(answers, &tried);
            for name in &self.bypasses {
                let folder = &exercise.folder;
                let fault = format!("{folder}/tests: the test {name} passes without the judge");
                self.faults.push(fault);
            }
        }
        for promises in tried.iter_mut().flatten() {
            promises.retain(|promise| !self.bypasses.contains(&promise.name));
        }
        for (index, (answer, rounds)) in answers.iter().zip(&tried).enumerate() {
            if begins {
                self.first
                    .push(rounds.first().map(|promises| broken(promises)).unwrap_or_default());
            }
            for (round, promises) in rounds.iter().enumerate() {
                self.add_round(answer, index, before + round, promises);
            }
        }
    }

    fn add_round(&mut self, answer: &Answer, index: usize, round: usize, promises: &[Promise]) {
        self.promises.extend(promises.iter().map(|promise| promise.name.clone()));
        self.mistakes.extend(promises.iter().filter_map(mistake));
        let broken = broken(promises);
        let first = settled(&self.first[index], &self.of_any_input);
        let mut say = |what: String| self.faults.push(format!("{}: {what}", answer.name));
        if settled(&broken, &self.of_any_input) != first {
            say(format!(
                "round {} came to another verdict than the first; its inputs are drawn from seed {}",
                round + 1,
                seed(round)
            ));
        }
        match answer.kind {
            Kind::Skeleton => skeleton_faults(promises, &mut say),
            Kind::Solution | Kind::Right => right_faults(promises, &mut say),
            // One that is refused has no rounds.
            Kind::Refused => {}
            Kind::Wrong => {
                wrong_faults(answer, promises, &self.of_any_input, &mut say);
                self.broken_by_some.extend(broken);
            }
        }
    }
}

/// What is broken, without promises `of_any_input` where others are broken too: another seed need not find
/// the same once more.
fn settled(broken: &BTreeSet<String>, of_any_input: &BTreeSet<String>) -> BTreeSet<String> {
    let others: BTreeSet<String> = broken.difference(of_any_input).cloned().collect();
    if others.is_empty() { broken.clone() } else { others }
}

/// How many wrong and how many different right answers an exercise must ship with.
const FEWEST: usize = 5;

/// How many answers an exercise must ship with that the compiler refuses.
const FEWEST_REFUSED: usize = 3;

/// The tests that the solution passes without the judge. (Of a wrong answer it would prove nothing:
/// it may have ended the process itself.)
fn bypasses(answers: &[Answer], tried: &[Vec<Vec<Promise>>]) -> BTreeSet<String> {
    let solutions = answers.iter().zip(tried).filter(|(answer, _)| answer.kind == Kind::Solution);
    let promises = solutions.filter_map(|(_, rounds)| rounds.first()).flatten();
    let passed = promises.filter(|promise| !promise.judged && promise.claims_success);
    passed.map(|promise| promise.name.clone()).collect()
}

/// The promises that the solution was tried on with many inputs for.
fn of_any_input(answers: &[Answer], tried: &[Vec<Vec<Promise>>]) -> BTreeSet<String> {
    let solutions = answers.iter().zip(tried).filter(|(answer, _)| answer.kind == Kind::Solution);
    let promises = solutions.filter_map(|(_, rounds)| rounds.first()).flatten();
    promises.filter(|it| it.report.cases > 0).map(|promise| promise.name.clone()).collect()
}

fn skeleton_faults(promises: &[Promise], say: &mut impl FnMut(String)) {
    if broken(promises).is_empty() {
        say("keeps every promise; a skeleton must break one".to_owned());
    }
    for promise in promises {
        if matches!(promise.report.end, End::Hung | End::Spinning | End::Blocked | End::Exited) {
            say(format!(
                "{} on {}; a skeleton fails plainly",
                promise.report.end.key(),
                promise.name
            ));
        }
    }
}

fn right_faults(promises: &[Promise], say: &mut impl FnMut(String)) {
    for promise in promises.iter().filter(|promise| !promise.kept()) {
        say(format!("breaks {}: {}", promise.name, message(promise)));
    }
}

fn wrong_faults(
    answer: &Answer,
    promises: &[Promise],
    of_any_input: &BTreeSet<String>,
    say: &mut impl FnMut(String),
) {
    let named = match header(&answer.file) {
        Ok(named) => named,
        Err(fault) => return say(fault),
    };
    let broken = broken(promises);
    if broken.is_empty() {
        return say("keeps every promise; a wrong answer must break one".to_owned());
    }
    let meant: BTreeSet<String> = named.keys().cloned().collect();
    let others_explain_it = broken.iter().any(|promise| !of_any_input.contains(promise));
    for promise in broken.difference(&meant) {
        if others_explain_it && of_any_input.contains(promise) {
            continue;
        }
        say(format!("breaks {promise}, which its first line does not name"));
    }
    for promise in meant.difference(&broken) {
        say(format!("does not break {promise}, which its first line names"));
    }
    for promise in promises {
        let Some(words) = named.get(&promise.name) else { continue };
        let message = message(promise);
        if broken.contains(&promise.name) && !message.contains(words.as_str()) {
            say(format!("{} does not say \"{words}\" but: {message}", promise.name));
        }
    }
}

fn broken(promises: &[Promise]) -> BTreeSet<String> {
    promises.iter().filter(|promise| !promise.kept()).map(|promise| promise.name.clone()).collect()
}

fn message(promise: &Promise) -> String {
    match &promise.report.finding {
        Some(finding) => format!("{} {}", finding.happened, finding.meaning).trim_end().to_owned(),
        None => "(nothing)".to_owned(),
    }
}

/// The key of the mistake that was recognised in a promise's report.
fn mistake(promise: &Promise) -> Option<String> {
    promise.report.finding.as_ref()?.misconception.clone()
}
