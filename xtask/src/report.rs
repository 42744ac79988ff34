//! What people see. Nothing else in the runner prints.

mod check;
mod hint;
mod overview;
mod verify;

pub use check::{all, one};
pub use hint::hint;
pub use overview::{help, list, status};
pub use verify::verified;

use crate::failure::Failure;
use crate::progress::{FILE, Notice};
use anstream::{eprintln, println};
use anstyle::{AnsiColor, Style};
use std::env;
use std::io::{IsTerminal, Write};
use verdict::picture::{self, NARROWEST};
use verdict::text::wrap;

const KEPT: Style = AnsiColor::Green.on_default();
const BROKEN: Style = AnsiColor::Red.on_default();
const NOTE: Style = AnsiColor::Yellow.on_default();
const FAINT: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// Wider lines than this are no longer read but searched.
const WIDEST: usize = 100;

/// The columns of somebody's terminal, between [`NARROWEST`] and what reads well.
pub fn width() -> usize {
    let told = || env::var("COLUMNS").ok()?.parse().ok();
    let measured = || Some(usize::from(terminal_size::terminal_size()?.0.0));
    measured().or_else(told).unwrap_or(80).clamp(NARROWEST, WIDEST)
}

/// Whether colours will be shown: then the compiler is asked for them too.
pub fn in_colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// The width of cargo's progress bar, where one can be shown.
pub fn bar_width() -> Option<usize> {
    std::io::stderr().is_terminal().then(width)
}

/// Whether block characters and check marks can be shown: everywhere, unless the system says that
/// its characters are others.
fn unicode() -> bool {
    let plain_terminal = env::var("TERM").is_ok_and(|term| term == "dumb" || term == "linux");
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let other_characters = locale.is_some_and(|locale| {
        let locale = locale.to_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    });
    !plain_terminal && !other_characters
}

fn style(indent: usize) -> picture::Style {
    picture::Style { width: width() - indent, unicode: unicode() }
}

/// `✓` or `✗`, in its colour.
fn mark(good: bool) -> String {
    let (style, mark) = match (good, unicode()) {
        (true, true) => (KEPT, "✓"),
        (true, false) => (KEPT, "+"),
        (false, true) => (BROKEN, "✗"),
        (false, false) => (BROKEN, "x"),
    };
    painted(style, mark)
}

fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Prints `text` wrapped, every line set in by `indent` and painted, and an empty line after it.
fn paragraph(style: Style, indent: usize, text: &str) {
    for part in text.split("\n\n") {
        for line in wrap(part, width() - indent) {
            println!("{}{}", " ".repeat(indent), painted(style, &line));
        }
        println!();
    }
}

/// As [`paragraph`], with the lines below the first set in by `hang` more.
fn item(style: Style, indent: usize, hang: usize, first: &str, text: &str) {
    let lines = wrap(text, width() - indent - hang);
    for (i, line) in lines.iter().enumerate() {
        let lead = if i == 0 { first.to_owned() } else { " ".repeat(hang) };
        println!("{}{lead}{}", " ".repeat(indent), painted(style, line));
    }
}

/// Why a command could not be carried out.
pub fn failure(failure: &Failure) {
    let text = failure.to_string();
    let (first, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    for line in wrap(&format!("error: {first}"), width()) {
        eprintln!("{}", painted(BROKEN, &line));
    }
    if !rest.is_empty() {
        eprintln!("\n{rest}");
    }
}

/// Said before cargo compiles what all exercises stand on.
pub fn first_build() {
    eprintln!("Building tokio and what else the exercises stand on. This happens once.");
}

/// Passes on a line of what cargo says meanwhile. With a progress bar, which ends in a return and
/// not in a new line, what follows has to wipe the bar away first: cargo itself does that only where
/// it sees a terminal.
pub fn cargo_said(line: &[u8], with_bar: bool) {
    let mut stderr = std::io::stderr();
    let shown = match with_bar {
        true if line.ends_with(b"\n") => {
            stderr.write_all(b"\x1b[K").and_then(|()| stderr.write_all(line))
        }
        true => stderr.write_all(line),
        false => anstream::stderr().write_all(line),
    };
    // Progress that cannot be shown is no reason to stop.
    let _ = shown.and_then(|()| stderr.flush());
}

/// Said when another cargo holds the lock.
pub fn waiting_for_cargo() {
    eprintln!("Another cargo is at work in this folder (an editor's, perhaps). Waiting for it.");
}

/// What there is to say of the progress file.
pub fn notices(notices: &[Notice]) {
    for notice in notices {
        let text = match notice {
            Notice::NotSaved(why) => {
                format!("Your progress could not be saved to {FILE}: {why}. The verdict stands.")
            }
            Notice::SetAside(name) => format!(
                "Parts of {FILE} could not be read. What could be is kept; the file as it was is \
                 now {name}."
            ),
        };
        for line in wrap(&text, width()) {
            eprintln!("{}", painted(NOTE, &line));
        }
    }
}
