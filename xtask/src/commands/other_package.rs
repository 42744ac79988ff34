//! Builds and starts a program in a package of its own, such as `watch` or `grade`: what only some need is
//! compiled by those who need it, and not by everybody before their first line.

use super::compiler;
use crate::Outcome;
use crate::compiler::build_runner;
use crate::course::Course;
use crate::failure::Failure;
use std::ffi::OsString;
use std::io;
use std::process::Command;

/// Has cargo build and start `package`, whose program is called the same, with these arguments.
pub fn run(
    course: &Course,
    package: &str,
    args: impl IntoIterator<Item = OsString>,
) -> Result<Outcome, Failure> {
    // Not in one step with `cargo run`: the exit code of a build that fails would be cargo's own, and its
    // words would come first.
    let said = build_runner(course, &compiler(), package)?;
    let program = said.program(package).ok_or_else(|| said.failure())?;
    hand_over(Command::new(program).args(args)).map_err(|error| Failure::start(program, &error))
}

/// The other program takes the place of this one: keys, signals and the exit code are its own.
#[cfg(unix)]
fn hand_over(program: &mut Command) -> io::Result<Outcome> {
    use std::os::unix::process::CommandExt;
    Err(program.exec())
}

#[cfg(not(unix))]
fn hand_over(program: &mut Command) -> io::Result<Outcome> {
    match program.status()?.code() {
        Some(0) => Ok(Outcome::Good),
        code => std::process::exit(code.unwrap_or(3)),
    }
}
