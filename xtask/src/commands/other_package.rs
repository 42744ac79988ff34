//! Builds and starts a program in a package of its own, such as `watch` or `grade`: what only some need is
//! compiled by those who need it, and not by everybody before their first line.

use crate::course::Course;
use crate::failure::Failure;
use crate::{Outcome, process, report};
use std::ffi::OsString;
use std::io;
use std::process::{Command, Stdio};
use verdict::json::{self, Look};

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
    let program = build(course, package)?;
    hand_over(Command::new(&program).args(args)).map_err(|error| Failure::start(&program, &error))
}

/// Has cargo build the program; says where it is. Not in one step with `cargo run`: the exit code of a
/// build that fails would be cargo's own, and its words would come first.
fn build(course: &Course, package: &str) -> Result<String, Failure> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--quiet", "--profile", "runner", "--package", package]);
    cargo.arg("--message-format=json-render-diagnostics").current_dir(course.root());
    let output = cargo.stdin(Stdio::null()).output();
    let output = output.map_err(|error| Failure::start("cargo", &error))?;
    let program =
        output.stdout.split(|byte| *byte == b'\n').filter_map(json::parse).find_map(|said| {
            let is_own = said.at("target").at("name").text() == Some(package);
            said.at("executable").text().filter(|_| is_own).map(str::to_owned)
        });
    let said = || Failure::build(&String::from_utf8_lossy(&output.stderr));
    program.filter(|_| output.status.success()).ok_or_else(said)
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
