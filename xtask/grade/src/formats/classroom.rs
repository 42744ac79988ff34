//! `github-classroom/<id>.json`: one result a promise, as the graders of GitHub Classroom hand them
//! to its reporter. <https://github.com/classroom-resources/autograding-grading-reporter>
//! (GitHub has closed Classroom itself; the reporter and what imitates it go on reading this.)
//!
//! A result of theirs may have several tests, and how the reporter adds those up has changed from
//! version to version. A result that has one is worth the same in all. The file holds them by the
//! name of their runner, `e01p03`; the reporter wants each in an environment variable, in base64:
//!
//! ```text
//! - id: grade
//!   run: |
//!     jq -r 'to_entries[] | "\(.key | ascii_upcase)_RESULTS=\(.value | @base64)"' ID.json >> "$GITHUB_ENV"
//!     jq -r '"runners=" + (keys | join(","))' ID.json >> "$GITHUB_OUTPUT"
//! - uses: classroom-resources/autograding-grading-reporter@v1
//!   with:
//!     runners: ${{ steps.grade.outputs.runners }}
//! ```
//!
//! The reporter adds up in floating point: points that are not whole can come to 9.999999999999998.

use super::put_json;
use super::student_record::{Exercise, Promise, State, StudentRecord};
use crate::results::Points;
use std::path::Path;
use verdict::json::{Json, array, number, object, text};
use xtask::failure::Failure;

/// Where a student's is.
pub fn path_of(id: &str) -> String {
    format!("github-classroom/{id}.json")
}

pub fn write(out: &Path, record: &StudentRecord) -> Result<(), Failure> {
    // What has no grade has no result either: the reporter would take it for a zero.
    let graded = record.exercises.iter().filter(|exercise| exercise.earned.is_some());
    let results = graded.flat_map(results);
    let json = Json::Object(results.collect());
    put_json(out, &path_of(&record.id), &json)
}

/// By the names of their runners. Promises don't add up to points that were adjusted: of such an exercise
/// there is one result, `e01`.
fn results(exercise: &Exercise) -> Vec<(String, Json)> {
    let number = &exercise.entry.number;
    if !exercise.adjusted.is_empty() {
        let adjusted = adjusted(exercise);
        return vec![(format!("e{number}"), adjusted)];
    }
    let promises = exercise.promises.iter().enumerate().map(|(index, promise)| {
        (format!("e{number}p{:02}", index + 1), result(&exercise.heading(), promise))
    });
    promises.collect()
}

fn adjusted(exercise: &Exercise) -> Json {
    let broken = exercise.promises.iter().filter(|promise| !promise.kept());
    let broken = broken.map(|promise| format!("{}\n{}", promise.words(), promise.message));
    let said: Vec<String> = [exercise.adjusted.clone()].into_iter().chain(broken).collect();
    let whole = exercise.earned == Some(exercise.entry.points);
    let earned = exercise.earned.unwrap_or_default();
    let status = if whole { "pass" } else { "fail" };
    let message = text(&no_commands(&said.join("\n\n")));
    whole_result(status, exercise.entry.points, test(&exercise.heading(), status, earned, message))
}

fn result(heading: &str, promise: &Promise) -> Json {
    let status = match promise.state {
        State::Kept => "pass",
        State::Broken => "fail",
        State::Unproved | State::Untested => "error",
    };
    let message = match promise.state {
        State::Kept => Json::Null,
        _ => text(&no_commands(&promise.message)),
    };
    let name = format!("{heading}: {}", promise.words());
    whole_result(status, promise.entry.points, test(&name, status, promise.earned, message))
}

fn test(name: &str, status: &str, earned: Points, message: Json) -> Json {
    object([
        ("name", text(name)),
        ("status", text(status)),
        ("score", earned.to_json()),
        ("message", message),
        ("test_code", text("")),
        ("filename", text("")),
        // None: the reporter leaves it out.
        ("line_no", number(0u8)),
        ("duration", number(0u8)),
    ])
}

fn whole_result(status: &str, possible: Points, test: Json) -> Json {
    object([
        ("version", number(1u8)),
        ("status", text(status)),
        ("max_score", possible.to_json()),
        ("tests", array([test].into_iter())),
    ])
}

/// The reporter prints messages, and GitHub obeys printed lines that begin with `::`, or that have
/// `##[` anywhere: `::notice title=Autograding report::` is how the grade itself is handed on.
fn no_commands(message: &str) -> String {
    let line = |line: &str| {
        let command = line.trim_start().starts_with("::");
        format!("{}{line}", if command { "'" } else { "" }).replace("##[", "## [")
    };
    message.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::no_commands;

    #[test]
    fn no_line_of_a_message_is_a_command() {
        assert_eq!(
            no_commands("lab::Span\n ::notice title=Autograding report::{}\nx ##[error]y"),
            "lab::Span\n' ::notice title=Autograding report::{}\nx ## [error]y"
        );
    }
}
