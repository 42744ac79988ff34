//! Every answer that the course keeps to an exercise, put to the test.

use super::Proof;
use crate::attempt::promise::{self, Promise};
use crate::bench::{Bench, Built};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::CancellationToken;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use verdict::End;
use verdict::text::count;

/// What an answer is kept for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Where learners begin.
    Skeleton,
    /// The one that they are shown.
    Solution,
    /// Another that must pass.
    Right,
    /// One that must not.
    Wrong,
}

/// One answer, from file to verdict.
struct Answer {
    kind: Kind,
    /// From the course's root.
    name: String,
    file: PathBuf,
}

/// What became of an answer.
struct Tried {
    /// The compiler's refusal (of the solution also with the live example), or its warnings and the promises of every round.
    outcome: Result<(String, Vec<Vec<Promise>>), String>,
}

/// Puts every answer to `exercise` to the test, `rounds` times.
pub fn prove(
    course: &Course,
    bench: &Bench,
    exercise: &Exercise,
    rounds: usize,
) -> Result<Proof, Failure> {
    let answers = answers(course, exercise);
    let mut tried = try_all(bench, exercise, &answers, rounds)?;
    let mut faults = Vec::new();
    // A test that passes without the judge is no promise: it is said once, and then left out, for
    // otherwise it would look broken by every answer.
    let bypasses = bypasses(&answers, &tried);
    for promises in tried.iter_mut().flat_map(|tried| &mut tried.outcome).flat_map(|(_, all)| all) {
        promises.retain(|promise| !bypasses.contains(&promise.name));
    }
    for name in &bypasses {
        faults.push(format!("{}/tests: the test {name} passes without the judge", exercise.folder));
    }
    let mut promises = BTreeSet::new();
    let mut mistakes = BTreeSet::new();
    let mut broken_by_some = BTreeSet::new();
    for (answer, tried) in answers.iter().zip(&tried) {
        let mut say = |what: String| faults.push(format!("{}: {what}", answer.name));
        let (warnings, all_rounds) = match &tried.outcome {
            Ok(outcome) => outcome,
            Err(said) => {
                say(format!("does not compile.\n{}", said.trim()));
                continue;
            }
        };
        if matches!(answer.kind, Kind::Skeleton | Kind::Solution) && !warnings.is_empty() {
            say(format!("compiles with a warning.\n{}", warnings.trim()));
        }
        let Some(first) = all_rounds.first() else { continue };
        promises.extend(first.iter().map(|promise| promise.name.clone()));
        mistakes.extend(all_rounds.iter().flatten().filter_map(mistake));
        if let Some(round) = all_rounds.iter().position(|round| broken(round) != broken(first)) {
            say(format!("round {} came to another verdict than the first", round + 1));
        }
        match answer.kind {
            Kind::Skeleton => skeleton_faults(first, &mut say),
            Kind::Solution | Kind::Right => right_faults(first, &mut say),
            Kind::Wrong => {
                broken_by_some.extend(broken(first));
                all_rounds.iter().for_each(|round| wrong_faults(answer, round, &mut say));
            }
        }
    }
    // What is found in one round is mostly found in every other.
    let mut said = BTreeSet::new();
    faults.retain(|fault| said.insert(fault.clone()));
    for promise in promises.difference(&broken_by_some) {
        faults.push(format!("{}: no wrong answer breaks the promise {promise}", exercise.folder));
    }
    if promises.is_empty() {
        faults.push(format!("{}: there is no promise", exercise.folder));
    }
    let of_kind = |kind| answers.iter().filter(|answer| answer.kind == kind).count();
    let (wrong, right) = (of_kind(Kind::Wrong), of_kind(Kind::Right));
    for (what, n) in [("wrong", wrong), ("right", right)] {
        if n < FEWEST {
            faults.push(format!(
                "{}/{what}: {}; at least {FEWEST}",
                exercise.solution(),
                count(n, "answer")
            ));
        }
    }
    Ok(Proof { heading: exercise.heading(), promises, mistakes, wrong, right, faults })
}

/// How many wrong and how many different right answers an exercise must ship with.
const FEWEST: usize = 5;

/// The tests that the solution passes without the judge. (Of a wrong answer it would prove nothing:
/// it may have ended the process itself.)
fn bypasses(answers: &[Answer], tried: &[Tried]) -> BTreeSet<String> {
    let solutions = answers.iter().zip(tried).filter(|(a, _)| a.kind == Kind::Solution);
    let rounds = solutions.filter_map(|(_, tried)| tried.outcome.as_ref().ok()?.1.first());
    let passed = rounds.flatten().filter(|promise| !promise.judged && promise.claims_success);
    passed.map(|promise| promise.name.clone()).collect()
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

fn wrong_faults(answer: &Answer, promises: &[Promise], say: &mut impl FnMut(String)) {
    let named = match header(&answer.file) {
        Ok(named) => named,
        Err(fault) => return say(fault),
    };
    let broken = broken(promises);
    if broken.is_empty() {
        return say("keeps every promise; a wrong answer must break one".to_owned());
    }
    let meant: BTreeSet<String> = named.keys().cloned().collect();
    for promise in broken.difference(&meant) {
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

/// The promises that a wrong answer says it breaks, each with words of the message, from its first
/// line: `//! What the mistake is. | promise: "words" | another: "words"`.
pub fn header(file: &Path) -> Result<BTreeMap<String, String>, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let first = text.lines().next().unwrap_or_default();
    let mut parts = first.strip_prefix("//! ").unwrap_or_default().split(" | ");
    let mistake = parts.next().unwrap_or_default();
    let mut named = BTreeMap::new();
    let mut sound = !mistake.is_empty();
    for part in parts {
        let quoted = part.split_once(": \"").and_then(|(promise, words)| {
            Some((promise.trim().to_owned(), words.trim().strip_suffix('"')?.to_owned()))
        });
        // Empty words would be in every message, and of a promise named twice only the last counted.
        sound &= quoted.is_some_and(|(promise, words)| {
            !words.is_empty() && named.insert(promise, words).is_none()
        });
    }
    if !sound || named.is_empty() {
        return Err(
            "its first line must read: //! The mistake. | promise: \"words of its message\""
                .to_owned(),
        );
    }
    Ok(named)
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

/// What the course keeps for an exercise, in the order of the report.
fn answers(course: &Course, exercise: &Exercise) -> Vec<Answer> {
    let home = exercise.solution();
    let answer = |kind, path: String| Answer { kind, file: course.root().join(&path), name: path };
    let mut answers = vec![
        answer(Kind::Skeleton, format!("{home}/start.rs")),
        answer(Kind::Solution, format!("{home}/src/lib.rs")),
    ];
    for (kind, folder) in [(Kind::Wrong, "wrong"), (Kind::Right, "right")] {
        let path = format!("{home}/{folder}");
        let entries = fs::read_dir(course.root().join(&path)).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| name.ends_with(".rs"));
        names.sort();
        answers.extend(names.into_iter().map(|name| answer(kind, format!("{path}/{name}"))));
    }
    answers.retain(|answer| answer.file.is_file());
    answers
}

/// Compiles all answers, a core each, then has all their promises tested side by side.
fn try_all(
    bench: &Bench,
    exercise: &Exercise,
    answers: &[Answer],
    rounds: usize,
) -> Result<Vec<Tried>, Failure> {
    type Compiled = Result<(Built, PathBuf), String>;
    let compile = |answer: &Answer| -> Result<Compiled, Failure> {
        Ok(match bench.compile(exercise, &answer.file)? {
            Ok(built) => {
                let live = match answer.kind {
                    Kind::Solution => bench.live(exercise, &built)?.map(|_| ()),
                    _ => Ok(()),
                };
                let tests = bench.with_tests(exercise, &built)?;
                live.and(tests).map(|program| (built, program))
            }
            Err(said) => Err(said),
        })
    };
    let next = Mutex::new(0..answers.len());
    let cores = thread::available_parallelism().map_or(2, usize::from);
    let mut compiled: Vec<(usize, Compiled)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|_| {
                scope.spawn(|| {
                    let mut done = Vec::new();
                    loop {
                        let index = next.lock().ok().and_then(|mut left| left.next());
                        let Some(index) = index else { return Ok(done) };
                        done.push((index, compile(&answers[index])?));
                    }
                })
            })
            .collect();
        let finished = workers.into_iter().map(|worker| worker.join().expect("does not panic"));
        let parts: Vec<Vec<_>> = finished.collect::<Result<_, Failure>>()?;
        Ok(parts.into_iter().flatten().collect())
    })?;
    compiled.sort_by_key(|(index, _)| *index);

    let programs = || compiled.iter().filter_map(|(index, it)| Some((index, &it.as_ref().ok()?.1)));
    // The tests are the same in all programs.
    let names = match programs().next() {
        Some((_, any)) => promise::names(any, exercise.test.as_ref().map(|(_, file)| file))?,
        None => Vec::new(),
    };
    let mut tests = Vec::new();
    for (index, program) in programs() {
        for round in 0..rounds {
            let owner = format!("{index} {round}");
            tests.extend(names.iter().map(|name| (owner.clone(), program.clone(), name.clone())));
        }
    }
    let mut tested = promise::test_all(tests, &CancellationToken::default())?;
    let tried = compiled.into_iter().map(|(index, compiled)| {
        let mut of_round = |round| tested.remove(&format!("{index} {round}")).unwrap_or_default();
        let outcome =
            compiled.map(|(built, _)| (built.warnings, (0..rounds).map(&mut of_round).collect()));
        Tried { outcome }
    });
    Ok(tried.collect())
}
