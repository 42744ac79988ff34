//! Shows results to people. Nothing else in the runner prints, except for cargo's progress.
//!
//! Each part of a screen is written onto a [`Page`]; whoever has the page prints it.

mod blocks;
mod broken_promises;
mod check;
mod compile_error;
mod exercise_status;
mod glossary;
mod help;
mod hint;
pub mod json;
mod lesson;
mod list;
mod markdown;
mod new;
#[cfg(unix)]
mod pager;
mod reset;
mod rustc_message;
mod solution;
mod status;
mod timeline;
mod verify;

pub use check::{Controls, Shown, all, beside_answer, one, state};
pub use help::help;
pub use hint::{hint, no_hint};
pub use lesson::{lesson, words};
pub use list::{choice, list};
pub use new::new_exercise;
#[cfg(unix)]
pub use pager::hand_over_to_pager;
pub use reset::{reset, reset_all};
pub use solution::{not_before_a_pass, solution};
pub use status::status;
pub use timeline::{picture_written, timeline, timeline_with_solution};
pub use verify::{members, verified};

pub use crate::terminal::{
    BOLD, BROKEN, FAINT, KEPT, NOTE, PLAIN, Page, TerminalStyle, bar_width, in_colour, is_dumb,
    painted,
};

use crate::cli::Format;
use crate::failure::Failure;
use crate::progress::{FILE, Notice};
use std::io::Write;

/// Why a command could not be carried out.
pub fn failure(failure: &Failure, format: Format) {
    if format == Format::Json {
        return json::print(&json::failure(failure));
    }
    let mut page = Page::here();
    failure_onto(&mut page, failure);
    page.print_to_stderr();
}

/// As [`failure`], as a part of a page.
pub fn failure_onto(page: &mut Page, failure: &Failure) {
    let text = failure.to_string();
    let (first, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    page.wrapped(BROKEN, 0, &format!("error: {first}"));
    if !rest.is_empty() {
        page.gap();
        page.line(rest);
    }
}

/// What there is to say of the progress file.
pub fn notices(notices: &[Notice]) {
    let mut page = Page::here();
    for said in notices {
        page.wrapped(NOTE, 0, &notice(said));
    }
    page.print_to_stderr();
}

/// As [`notices`], in words.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::NotSaved(why) => {
            format!("Your progress could not be saved to {FILE}: {why}. The verdict stands.")
        }
        Notice::SetAside(name) => format!(
            "Parts of {FILE} could not be read. What could be is kept; the file as it was is now \
             {name}."
        ),
    }
}

/// Asks whether to go on; whoever asks reads the reply.
pub fn ask(question: &str) {
    let mut page = Page::here();
    page.wrapped(PLAIN, 0, question);
    page.print();
    let mut stdout = anstream::stdout();
    // Somebody who cannot be asked does not agree either.
    let _ = write!(stdout, "Go on? [y/N] ").and_then(|()| stdout.flush());
}

/// The answer to what was asked, line by line as it stands.
pub fn print_text(text: &str) {
    let mut page = Page::here();
    page.line(text);
    page.print();
}

/// A line beside the answer, at once.
pub fn print_note(text: &str) {
    let mut page = Page::here();
    page.wrapped(PLAIN, 0, text);
    page.print_to_stderr();
}
