//! Cargo's progress, shown only where there is something to wait for.
//!
//! After the first time a build takes a fraction of a second, and nobody wants to read of it. But
//! while tokio is compiled, or another cargo holds the lock, silence would look like a freeze.

use crate::course::Exercise;
use crate::terminal::{PLAIN, Page};
use std::io::{Read, Write};
use std::sync::Arc;

/// Said before cargo compiles more than the exercise: tokio and all else at first, later what a pull
/// or another compiler has made new.
const BUILDING_DEPENDENCIES: &str =
    "Building what the exercises stand on. This happens once, and after an update.";

/// Said when another cargo holds the lock.
const WAITING_FOR_CARGO: &str = "Another check is at work in this folder. Waiting for it.";

/// Said when another cargo, of whatever project, is at the downloaded crates.
const WAITING_FOR_CRATES: &str = "Another cargo is fetching crates. Waiting for it.";

/// Who is told of a build that takes long, and how.
#[derive(Clone)]
pub enum Audience {
    /// A terminal: with cargo's progress bar, this many columns wide.
    Terminal(usize),
    /// Whoever reads standard error: line by line.
    Reader,
    /// Somebody who shows it in a place of their own: the last line, again and again.
    Listener(Arc<dyn Fn(&str) + Send + Sync>),
}

/// Follows what cargo prints for people.
pub struct CargoProgress {
    /// `Compiling gather`: what happens at every check.
    expected: Vec<String>,
    audience: Audience,
    /// What is said first, once something is compiled that isn't expected.
    why: String,
    showing: bool,
}

impl CargoProgress {
    /// Of a build of `exercises` and what they depend on.
    pub fn new(exercises: &[&Exercise], audience: &Audience) -> CargoProgress {
        let expected = exercises.iter().map(|e| format!("{} v", e.package)).collect();
        let why = BUILDING_DEPENDENCIES.to_owned();
        CargoProgress { expected, audience: audience.clone(), why, showing: false }
    }

    /// Of a build of this package of the runner's own.
    pub fn of_runner(package: &str, audience: &Audience) -> CargoProgress {
        let why = format!("Building {package}. This happens once, and after an update.");
        CargoProgress { expected: Vec::new(), audience: audience.clone(), why, showing: false }
    }

    /// Reads to the end and returns everything that was not shown for its own sake.
    pub fn follow(&mut self, mut from: impl Read) -> String {
        let mut all = Vec::new();
        let mut line = Vec::new();
        let mut chunk = [0; 4096];
        while let Ok(n @ 1..) = from.read(&mut chunk) {
            for byte in &chunk[..n] {
                line.push(*byte);
                if matches!(byte, b'\n' | b'\r') {
                    self.read_line(&line);
                    if *byte == b'\n' {
                        all.extend_from_slice(&line);
                    }
                    line.clear();
                }
            }
        }
        all.extend_from_slice(&line);
        String::from_utf8_lossy(&all).into_owned()
    }

    fn read_line(&mut self, raw: &[u8]) {
        let line = anstream::adapter::strip_bytes(raw).into_vec();
        let line = String::from_utf8_lossy(&line);
        let mut words = line.trim().splitn(2, ' ');
        let (verb, what) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let expected = || self.expected.iter().any(|own| what.starts_with(own.as_str()));
        match verb {
            // What there is to say of the code is said by the report.
            "error:" | "warning:" => return,
            // What cargo says because its calls are asked for.
            "Running" | "Fresh" | "Dirty" => return,
            "Compiling" if !self.showing && expected() => {}
            "Compiling" | "Downloading" | "Downloaded" | "Updating" | "Locking" => {
                self.show(&self.why.clone());
            }
            // Cargo keeps what it has downloaded for all projects in one place.
            "Blocking" if what.contains("package cache") => {
                return self.show(WAITING_FOR_CRATES);
            }
            "Blocking" => return self.show(WAITING_FOR_CARGO),
            _ => {}
        }
        match &self.audience {
            _ if !self.showing => {}
            Audience::Terminal(_) => pass_on(raw, true),
            Audience::Reader => pass_on(raw, false),
            Audience::Listener(notify) => notify(line.trim()),
        }
    }

    /// Shows what comes from here on, after saying why once.
    fn show(&mut self, why: &str) {
        if !std::mem::replace(&mut self.showing, true) {
            match &self.audience {
                Audience::Listener(notify) => notify(why),
                _ => {
                    let mut page = Page::here();
                    page.wrapped(PLAIN, 0, why);
                    page.print_to_stderr();
                }
            }
        }
    }
}

/// Passes on a line of what cargo says meanwhile. With a progress bar, which ends in a return and
/// not in a new line, what follows has to wipe the bar away first: cargo itself does that only where
/// it sees a terminal.
fn pass_on(line: &[u8], with_bar: bool) {
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
