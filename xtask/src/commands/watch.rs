//! `cargo xtask watch`: hands over to the program that watches.
//!
//! It stands on libraries for terminals and for file events that nothing else needs. Apart, they are
//! compiled by whoever watches, and not by everybody before their first line.

use super::named_or_current;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{Outcome, process, report};
use std::process::Command;

/// The package and its program.
const WATCH: &str = "xtask-watch";

pub fn run(name: Option<&str>) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    // A name that is none is said at once.
    let begin = &named_or_current(&course, &Progress::load(&course), name)?.slug;
    let program = format!("runner/{WATCH}{}", std::env::consts::EXE_SUFFIX);
    if !course.target().join(program).is_file() {
        report::say("Building the watch. This happens once.");
    }
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--profile", "runner", "--package", WATCH, "--manifest-path"]);
    cargo.arg(course.root().join("Cargo.toml")).args(["--", begin]);
    hand_over(cargo)
}

/// The other program takes the place of this one: keys, signals and the exit code are its own.
#[cfg(unix)]
fn hand_over(mut cargo: Command) -> Result<Outcome, Failure> {
    use std::os::unix::process::CommandExt;
    Err(Failure::start("cargo", &cargo.exec()))
}

#[cfg(not(unix))]
fn hand_over(mut cargo: Command) -> Result<Outcome, Failure> {
    let status = cargo.status().map_err(|error| Failure::start("cargo", &error))?;
    match status.code() {
        Some(0) => Ok(Outcome::Good),
        code => std::process::exit(code.unwrap_or(1)),
    }
}
