//! Runs cargo and reads what it says.

use super::Compiler;
use super::cargo_progress::{Audience, CargoProgress};
use super::diagnostics::{Diagnostic, diagnostic};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::{self, CancellationToken, Group};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use verdict::json::{self, Json, JsonExt};

/// The profile that the course's manifest keeps for the runner's own builds, and why.
const PROFILE: &str = "exercise";

/// Everything that cargo said.
pub struct CargoOutput {
    /// What it reported for machines.
    pub messages: Vec<Json>,
    /// What it printed for people.
    pub(super) errors: String,
}

impl CargoOutput {
    /// The libraries that were built, or were there, by the names that code knows them by.
    pub fn libraries(&self) -> impl Iterator<Item = (String, PathBuf)> {
        self.artifacts().filter_map(|artifact| {
            let name = artifact.at("target").at("name").text()?.replace('-', "_");
            let files = artifact.at("filenames").items().iter().filter_map(Json::text);
            let library =
                files.map(PathBuf::from).find(|it| it.extension().is_some_and(|end| end == "rlib"));
            Some((name, library?))
        })
    }

    /// All files that were built, or were there.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.artifacts().flat_map(|it| it.at("filenames").items()).filter_map(Json::text)
    }

    /// The program of this package, which has its name.
    pub fn program(&self, package: &str) -> Option<&str> {
        let own = |it: &&Json| it.at("target").at("name").text() == Some(package);
        self.artifacts().filter(own).find_map(|it| it.at("executable").text())
    }

    fn artifacts(&self) -> impl Iterator<Item = &Json> {
        let made = self.messages.iter();
        made.filter(|it| it.at("reason").text() == Some("compiler-artifact"))
    }

    /// Why nothing came of it, where that is no learner's affair: the compiler's errors in whatever
    /// package, which cargo's own summary only counts.
    pub fn failure(&self) -> Failure {
        let of_compiler = self.messages.iter().filter_map(said_of).filter(|said| said.is_error);
        let of_compiler: Vec<String> = of_compiler.map(|said| said.rendered).collect();
        // What follows on a cause is the call, a line of a thousand letters.
        let lines = self.errors.lines().filter(|line| !is_for_us(line));
        let is_call =
            |line: &&str| line.trim_start().starts_with("process didn't exit successfully");
        let errors: Vec<&str> =
            lines.filter(|line| !is_call(line) && line.trim() != "Caused by:").collect();
        let said = [errors.join("\n").trim().to_owned()].into_iter().chain(of_compiler);
        let said: Vec<String> = said.filter(|part| !part.is_empty()).collect();
        Failure::build(&said.join("\n\n"))
    }
}

/// Whether a line is one of those that cargo prints only because it was asked for its calls.
fn is_for_us(line: &str) -> bool {
    // In colour, where somebody wants that of all programs.
    let line = anstream::adapter::strip_str(line).to_string();
    ["Running ", "Fresh ", "Dirty "].iter().any(|verb| line.trim_start().starts_with(verb))
}

/// Has cargo build what the tests of these exercises stand on, and the tests, as many of them as compile.
/// Tests that a learner has put beside them are left alone: they may not even compile.
pub(super) fn build_tests(
    compiler: &Compiler,
    course: &Course,
    exercises: &[&Exercise],
    token: &CancellationToken,
) -> Result<CargoOutput, Failure> {
    let mut command = cargo(compiler, course, PROFILE);
    command.args(["--keep-going", "--verbose"]);
    for exercise in exercises {
        command.args(["--package", &exercise.package_id]);
        // Cargo refuses the name of a test that isn't there.
        if exercise.test.is_some() {
            command.args(["--test", &exercise.crate_name()]);
        }
    }
    run(command, CargoProgress::new(exercises, &compiler.audience), token)
}

/// Has cargo build everything that the exercises and their tests depend on.
pub fn build_dependencies(course: &Course, compiler: &Compiler) -> Result<CargoOutput, Failure> {
    let exercises: Vec<&Exercise> = course.exercises().iter().collect();
    build_tests(compiler, course, &exercises, &CancellationToken::default())
}

/// Has cargo build a package of the runner's own.
pub fn build_runner(
    course: &Course,
    compiler: &Compiler,
    package: &str,
) -> Result<CargoOutput, Failure> {
    let mut command = cargo(compiler, course, "runner");
    command.args(["--package", package]);
    let progress = CargoProgress::of_runner(package, &compiler.audience);
    run(command, progress, &CancellationToken::default())
}

fn cargo(compiler: &Compiler, course: &Course, profile: &str) -> Command {
    let mut command = process::cargo();
    let format = if compiler.colour { "json-diagnostic-rendered-ansi" } else { "json" };
    command.args(["build", "--profile", profile]).current_dir(course.root());
    command.arg(format!("--message-format={format}"));
    if let Audience::Terminal(width) = compiler.audience {
        // Cargo shows no bar on a pipe unless told how wide it may be.
        command.env("CARGO_TERM_PROGRESS_WHEN", "always");
        command.env("CARGO_TERM_PROGRESS_WIDTH", width.to_string());
    }
    command
}

/// Runs cargo, showing its progress only where there is something to wait for.
fn run(
    mut command: Command,
    mut progress: CargoProgress,
    token: &CancellationToken,
) -> Result<CargoOutput, Failure> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let failed = |error: std::io::Error| Failure::start("cargo", &error);
    let mut group = Group::start(&mut command, token).map_err(failed)?;
    let stdout = group.child().stdout.take().expect("asked for above");
    let stderr = group.child().stderr.take().expect("asked for above");
    let watching = thread::spawn(move || progress.follow(stderr));
    let messages = BufReader::new(stdout)
        .split(b'\n')
        .map_while(Result::ok)
        .filter_map(|line| json::parse(&line))
        .collect();
    let errors = watching.join().unwrap_or_default();
    // Both pipes are closed: cargo is at its end.
    let soon = Instant::now() + Duration::from_secs(60);
    group.finish(|_| Instant::now() < soon).map_err(failed)?;
    Ok(CargoOutput { messages, errors })
}

/// What the compiler said in a message of cargo's.
fn said_of(message: &Json) -> Option<Diagnostic> {
    diagnostic(message.at("message"), false)
}
