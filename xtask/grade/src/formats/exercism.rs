//! `exercism/<id>/<slug>/results.json`: what a test runner of Exercism leaves behind, version 3.
//! <https://exercism.org/docs/building/tooling/test-runners/interface>
//!
//! Each promise is a task of its own, numbered as it stands in the exercise.

use super::put_json;
use super::sanitized::clip;
use super::student_record::{Exercise, Promise, State, StudentRecord};
use std::collections::BTreeMap;
use std::path::Path;
use verdict::json::{Json, array, number, object, optional, text};
use xtask::failure::Failure;

/// The most characters of what an answer printed, says the specification; and how to say so.
const MOST_PRINTED: usize = 500;
const CUT: &str = "\nOutput was truncated. Please limit to 500 chars";

/// Where a student's is.
pub fn path_of(id: &str, slug: &str) -> String {
    format!("exercism/{id}/{slug}/results.json")
}

/// `tests` are the sources of the tests, by slug.
pub fn write(
    out: &Path,
    record: &StudentRecord,
    tests: &BTreeMap<String, String>,
) -> Result<(), Failure> {
    for exercise in &record.exercises {
        let slug = &exercise.entry.slug;
        let source = tests.get(slug).map_or("", String::as_str);
        put_json(out, &path_of(&record.id, slug), &result(exercise, source))?;
    }
    Ok(())
}

fn result(exercise: &Exercise, source: &str) -> Json {
    let ran = exercise.why.is_empty();
    let (status, message) = if !ran {
        let remarks = exercise.remarks.iter().map(String::as_str);
        let all: Vec<&str> = [exercise.why.as_str()].into_iter().chain(remarks).collect();
        ("error", text(&all.join("\n\n")))
    } else if exercise.promises.iter().all(Promise::kept) {
        ("pass", Json::Null)
    } else {
        ("fail", Json::Null)
    };
    let tested = if ran { exercise.promises.as_slice() } else { &[] };
    let tests = tested.iter().enumerate().map(|(index, promise)| test(index + 1, promise, source));
    object([
        ("version", number(3u8)),
        ("status", text(status)),
        ("message", message),
        ("tests", array(tests)),
    ])
}

fn test(task: usize, promise: &Promise, source: &str) -> Json {
    let status = match promise.state {
        State::Kept => "pass",
        State::Broken => "fail",
        State::Unproved | State::Untested => "error",
    };
    let code = if promise.entry.extra { None } else { body(source, &promise.entry.name) };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let printed = clip(&promise.printed, MOST_PRINTED, CUT);
    object([
        ("name", text(&promise.words())),
        ("status", text(status)),
        ("message", optional(some(&promise.message).as_deref())),
        ("output", optional(some(&printed).as_deref())),
        ("test_code", optional(code.as_deref())),
        ("task_id", number(task)),
    ])
}

/// The lines inside the function of that name, set out by one step. The course's tests are
/// formatted: such a function begins and ends at the margin.
fn body(source: &str, name: &str) -> Option<String> {
    let head = format!("fn {name}(");
    let mut lines = source.lines().skip_while(|line| !line.starts_with(&head));
    lines.next()?.strip_suffix('{')?;
    let inner: Vec<&str> = lines
        .take_while(|line| *line != "}")
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    Some(inner.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn a_promises_own_lines_are_found() {
        let source = "fn a_promise_too() {}\n\n#[test]\nfn a_promise() -> Kept {\n    judge::run(|| {\n        brew()\n    })\n}\n\nfn b() {\n}\n";
        assert_eq!(body(source, "a_promise").unwrap(), "judge::run(|| {\n    brew()\n})");
        assert_eq!(body(source, "promise"), None);
    }
}
