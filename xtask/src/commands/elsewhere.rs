//! Hands over to a program of its own, in a package of its own: what only some need is compiled by
//! those who need it, and not by everybody before their first line.

use crate::course::Course;
use crate::failure::Failure;
use crate::{Outcome, process, report};
use std::ffi::OsString;
use std::process::Command;

/// Has cargo build and start `package`, whose program is called the same, with these arguments.
pub fn run(
    course: &Course,
    package: &str,
    args: impl IntoIterator<Item = OsString>,
) -> Result<Outcome, Failure> {
    let program = format!("runner/{package}{}", std::env::consts::EXE_SUFFIX);
    if !course.target().join(program).is_file() {
        report::say(&format!("Building {package}. This happens once."));
    }
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--profile", "runner", "--package", package, "--manifest-path"]);
    cargo.arg(course.root().join("Cargo.toml")).arg("--").args(args);
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
