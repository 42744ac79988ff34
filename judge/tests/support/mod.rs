//! What the tests of the judge share: the message that a learner would read.

use judge::Kept;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Whether the promises were kept; otherwise the message.
pub fn verdict(promises: impl FnOnce() -> Kept) -> Result<(), String> {
    match catch_unwind(AssertUnwindSafe(promises)) {
        Ok(_kept) => Ok(()),
        Err(panic) => Err(panic.downcast_ref::<String>().expect("a message").clone()),
    }
}

/// The message of promises that must be broken, from its second line on: the first names the test.
pub fn message(promises: impl FnOnce() -> Kept) -> String {
    let message = verdict(promises).expect_err("this promise must not be kept");
    let (_, rest) = message.trim_start().split_once('\n').expect("a title and more");
    without_line_numbers(&without_margin(rest))
}

/// The message's own margin is taken off: a snapshot has one of its own.
fn without_margin(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
}

/// `tests/ends.rs:12:5` as `tests/ends.rs:…`: a snapshot is not to change when a line moves.
fn without_line_numbers(text: &str) -> String {
    let mut parts = text.split(".rs:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
        text + ".rs:…" + rest
    })
}
