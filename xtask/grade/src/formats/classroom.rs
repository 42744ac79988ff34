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
use super::student_record::{Promise, State, StudentRecord};
use std::path::Path;
use verdict::json::{Json, array, number, object, text};
use xtask::failure::Failure;

/// Where a student's is.
pub fn place(id: &str) -> String {
    format!("github-classroom/{id}.json")
}

pub fn write(out: &Path, record: &StudentRecord) -> Result<(), Failure> {
    // What has no grade has no result either: the reporter would take it for a zero.
    let graded = record.exercises.iter().filter(|exercise| exercise.earned.is_some());
    let results = graded.flat_map(|exercise| {
        exercise.promises.iter().enumerate().map(|(index, promise)| {
            let runner = format!("e{}p{:02}", exercise.entry.number, index + 1);
            (runner, result(&exercise.heading(), promise))
        })
    });
    let json = Json::Object(results.collect());
    put_json(out, &place(&record.id), &json)
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
    let test = object([
        ("name", text(&format!("{heading}: {}", promise.words()))),
        ("status", text(status)),
        ("score", promise.earned.to_json()),
        ("message", message),
        ("test_code", text("")),
        ("filename", text("")),
        // None: the reporter leaves it out.
        ("line_no", number(0u8)),
        ("duration", number(0u8)),
    ]);
    object([
        ("version", number(1u8)),
        ("status", text(status)),
        ("max_score", promise.entry.points.to_json()),
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
