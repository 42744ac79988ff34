//! Shows the result of a command as JSON, for programs: one document on standard output, whatever comes of
//! it. `docs/json.md` describes it for them, and `docs/json.schema.json` exactly.
//!
//! What is there stays there in a version; more may be added. What is taken away or comes to mean
//! something else is another version.

use crate::Outcome;
use crate::attempt::Attempt;
use crate::attempt::promise::Promise;
use crate::compiler::Diagnostic;
use crate::course::Exercise;
use crate::exercise_status::{ExerciseStatus, State, Total};
use crate::failure::Failure;
use crate::progress;
use std::io::Write;
use verdict::json::{self, Json, array, number, object, optional, text};
use verdict::report_protocol;

const VERSION: u32 = 1;

/// Puts a document on standard output.
pub fn print(document: &Json) {
    let text = format!("{}\n", json::pretty(document));
    // A reader that has gone away is no reason to stop.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Where one is, and what is next.
pub fn status(all: &[ExerciseStatus<'_>]) -> Json {
    let next = all.iter().find(|status| !status.solved());
    let changed = all.iter().filter(|status| status.state == State::Changed);
    document(
        "status",
        Outcome::Good,
        [
            ("total", total(Total::of(all))),
            ("next", next.map_or(Json::Null, exercise_status)),
            ("changed", array(changed.map(exercise_status))),
        ],
    )
}

/// The exercises `shown` of all that there are.
pub fn list(shown: &[&ExerciseStatus<'_>], all: &[ExerciseStatus<'_>]) -> Json {
    let shown = shown.iter().map(|shown| exercise_status(shown));
    document("list", Outcome::Good, [("exercises", array(shown)), ("total", total(Total::of(all)))])
}

/// What attempts came to, each with the files that its answer has beside `src/lib.rs`.
pub fn check(
    attempts: &[(&Exercise, Attempt)],
    beside: &[Vec<String>],
    seed: u64,
    outcome: Outcome,
) -> Json {
    let attempts = attempts.iter().zip(beside);
    let attempts = attempts.map(|((exercise, tried), beside)| attempt(exercise, tried, beside));
    document("check", outcome, [("seed", number(seed)), ("exercises", array(attempts))])
}

/// Why a command could not be carried out.
pub fn failure(failure: &Failure) -> Json {
    document("error", failure.outcome(), [("message", text(&failure.to_string()))])
}

fn document<const N: usize>(kind: &str, outcome: Outcome, members: [(&str, Json); N]) -> Json {
    let mut all = vec![
        ("version", number(VERSION)),
        ("kind", text(kind)),
        ("exit_code", number(outcome.code())),
    ];
    all.extend(members);
    object(all)
}

fn total(total: Total) -> Json {
    object([
        ("exercises", number(total.exercises)),
        ("solved", number(total.solved)),
        ("points", points(total.earned, total.points)),
    ])
}

fn exercise_status(status: &ExerciseStatus<'_>) -> Json {
    let ExerciseStatus { exercise, state, promises, earned, .. } = status;
    let concepts = exercise.concepts.iter().map(|concept| text(concept));
    let promises = promises.map(|(kept, of)| object([("kept", number(kept)), ("of", number(of))]));
    let mut members = names(exercise);
    members.extend([
        ("part", text(&exercise.part)),
        ("concepts", array(concepts)),
        ("level", number(exercise.level)),
        ("minutes", number(exercise.minutes)),
        (
            "state",
            text(match state {
                State::NotBegun => "not-begun",
                State::Tried => "tried",
                State::Solved => "solved",
                State::Changed => "changed",
            }),
        ),
        ("promises", promises.unwrap_or(Json::Null)),
        ("points", points(*earned, exercise.points)),
    ]);
    object(members)
}

fn attempt(exercise: &Exercise, attempt: &Attempt, beside: &[String]) -> Json {
    let (state, promises, said, damage) = match attempt {
        Attempt::Ran { promises, warnings, .. } => {
            let state = if attempt.solved() { "solved" } else { "broken" };
            (state, promises.as_slice(), warnings.as_slice(), None)
        }
        Attempt::Broken { diagnostics, .. } => {
            ("does-not-compile", &[][..], &diagnostics[..], None)
        }
        Attempt::Damaged(words) => ("incomplete", &[][..], &[][..], Some(words.as_str())),
    };
    let (kept, of) = attempt.score();
    let mut members = names(exercise);
    members.extend([
        ("state", text(state)),
        ("points", points(progress::points(exercise, kept, of), exercise.points)),
        ("promises", array(promises.iter().map(promise))),
        ("diagnostics", array(said.iter().map(diagnostic))),
        ("damage", optional(damage)),
        ("beside", array(beside.iter().map(|file| text(file)))),
        ("changed", array(attempt.changed().iter().map(|file| text(file)))),
    ]);
    object(members)
}

/// What an exercise is called, and the file to edit.
fn names(exercise: &Exercise) -> Vec<(&'static str, Json)> {
    vec![
        ("slug", text(&exercise.slug)),
        ("number", text(&exercise.number)),
        ("title", text(&exercise.title)),
        ("answer", text(&exercise.answer())),
    ]
}

fn promise(promise: &Promise) -> Json {
    let report = &promise.report;
    object([
        ("name", text(&promise.name)),
        ("words", text(&promise.words())),
        ("kept", Json::Boolean(promise.kept())),
        ("place", optional(promise.place.as_deref())),
        ("end", text(report.end.key())),
        ("finding", report_protocol::finding(report.finding.as_ref())),
        ("timeline", report_protocol::timeline(&report.timeline)),
        ("panics", report_protocol::panics(&report.panics)),
        ("printed", text(&promise.printed)),
    ])
}

fn diagnostic(said: &Diagnostic) -> Json {
    object([
        ("level", text(if said.is_error { "error" } else { "warning" })),
        ("place", optional(said.place.as_deref())),
        ("rendered", text(&said.rendered)),
    ])
}

fn points(earned: u64, of: u64) -> Json {
    object([("earned", number(earned)), ("of", number(of))])
}
