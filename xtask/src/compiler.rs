//! The answer compiler: cargo builds what answers stand on and says how it calls rustc for them; from
//! then on rustc is called here.
//!
//! Cargo is asked again when something that it goes by has changed (`inputs_hash.rs`). Whether an
//! answer has to be compiled is decided by the contents of the files that the last compilation read, and
//! never by their times: a copy that is put back, or a clock that goes wrong, is no reason to test another
//! text than the one that is there.

mod artifacts;
mod cargo;
mod cargo_progress;
mod diagnostics;
mod inputs_hash;
mod rustc_commands;

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::locked_files::{self, says_locked};
use crate::process::{CancellationToken, Group};
use artifacts::{Artifact, ArtifactStore};
pub use cargo::{CargoOutput, build_dependencies, build_runner};
pub use cargo_progress::Audience;
pub use diagnostics::{Diagnostic, diagnostic, rendered};
pub use inputs_hash::InputsHash;
pub use rustc_commands::{RustcCommand, RustcCommands};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;
use verdict::json;

/// How it talks to people.
#[derive(Clone)]
pub struct Compiler {
    /// Whether diagnostics come in colour.
    pub colour: bool,
    pub audience: Audience,
}

/// What came of compiling one exercise's answer and tests.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// Its test program; `None` when it did not compile.
    pub program: Option<PathBuf>,
    /// What the compiler said of this exercise, errors first.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiler {
    /// Compiles `exercises` and their tests, a core each. One that does not compile costs only itself.
    pub fn build(
        &self,
        course: &Course,
        exercises: &[&Exercise],
        token: &CancellationToken,
    ) -> Result<BTreeMap<String, Build>, Failure> {
        let commands = RustcCommands::of(course, exercises, self, token)?;
        let next = Mutex::new(exercises.iter());
        let cores = thread::available_parallelism().map_or(2, usize::from);
        let work = || {
            let mut builds = Vec::new();
            loop {
                let next = next.lock().unwrap_or_else(PoisonError::into_inner).next();
                let Some(exercise) = next else { return Ok(builds) };
                let commands = &commands[&exercise.slug];
                let build = self.tests(course, exercise, commands, token)?;
                builds.push((exercise.slug.clone(), build));
            }
        };
        let parts: Vec<Vec<(String, Build)>> = thread::scope(|scope| {
            let workers: Vec<_> =
                (0..cores.min(exercises.len())).map(|_| scope.spawn(work)).collect();
            let parts = workers.into_iter().map(|it| it.join().expect("it does not panic"));
            parts.collect::<Result<_, Failure>>()
        })?;
        Ok(parts.into_iter().flatten().collect())
    }

    /// Compiles `exercise`'s answer with its tests. Where a library is missing or damaged, cargo is asked to make
    /// it again, once.
    fn tests(
        &self,
        course: &Course,
        exercise: &Exercise,
        commands: &RustcCommands,
        token: &CancellationToken,
    ) -> Result<Build, Failure> {
        let program = |commands: &RustcCommands| {
            self.program(course, exercise, commands, ("tests", &commands.tests), token)
        };
        let is_whole =
            |build: &Build| !build.diagnostics.iter().any(Diagnostic::is_about_a_library);
        let build = program(commands)?;
        if is_whole(&build) {
            return Ok(build);
        }
        let build = program(&RustcCommands::refreshed(course, exercise, self, token)?)?;
        match is_whole(&build) {
            true => Ok(build),
            false => Err(Failure::machine(format!(
                "something that cargo has built is damaged. Delete the folder {} and check again.\n\n{}",
                course.target().join("exercise").display(),
                rendered(&build.diagnostics)
            ))),
        }
    }

    /// Compiles `exercise`'s answer, and links it with what `rustc` compiles of the folder `what`.
    fn program(
        &self,
        course: &Course,
        exercise: &Exercise,
        commands: &RustcCommands,
        (what, rustc): (&str, &RustcCommand),
        token: &CancellationToken,
    ) -> Result<Build, Failure> {
        let store = ArtifactStore::of(course, exercise, commands, self.colour)?;
        let run = |rustc: &RustcCommand| run(course, exercise, rustc, token);
        let library = store.get_or_compile("src", &commands.library, None, run)?;
        let mut diagnostics = store.diagnostics(&library, false);
        let mut program = None;
        if let Some(file) = &library.file {
            let artifact = store.get_or_compile(what, rustc, Some((&library, file)), run)?;
            diagnostics.extend(store.diagnostics(&artifact, true));
            program = artifact.file;
        }
        diagnostics.sort_by_key(|d| (!d.is_error, d.in_tests));
        let is_told = |said: &Diagnostic| said.is_in_code() || said.is_about_a_library();
        if program.is_none() && !diagnostics.iter().any(is_told) {
            return Err(Failure::build(&rendered(&diagnostics)));
        }
        Ok(Build { program, diagnostics })
    }

    /// Compiles `exercise`'s live example, and the answer for it.
    pub fn build_live(&self, course: &Course, exercise: &Exercise) -> Result<Build, Failure> {
        let token = CancellationToken::default();
        let commands = RustcCommands::of(course, &[exercise], self, &token)?;
        let commands = &commands[&exercise.slug];
        let live = commands.tests.for_example("live").ok_or_else(|| {
            Failure::machine(
                "cargo called rustc in a way that the runner doesn't know, so it can't compile the example. \
                 `cargo run --example live` in the exercise's folder does.",
            )
        })?;
        self.program(course, exercise, commands, ("examples", &live), &token)
    }
}

/// Runs rustc, and once more where a program that it was to write was held: what it said for machines, a
/// line each, and whether something came of it.
fn run(
    course: &Course,
    exercise: &Exercise,
    rustc: &RustcCommand,
    token: &CancellationToken,
) -> Result<Artifact, Failure> {
    let mut command = rustc.command();
    command.current_dir(course.root()).envs(environment(exercise));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let failed = |error: std::io::Error| Failure::start("rustc", &error);
    let mut once = || {
        let mut group = Group::start(&mut command, token)?;
        let said = group.child().stderr.take().expect("asked for above");
        let said = std::io::read_to_string(said).unwrap_or_default();
        // What a compiler said that somebody ended is not all that there is to say.
        match group.finish(|_| true)?.filter(|status| status.code().is_some()) {
            Some(status) if !token.is_cancelled() => Ok((said, status.success())),
            _ => Err(std::io::ErrorKind::Interrupted.into()),
        }
    };
    let is_locked = |done: &std::io::Result<(String, bool)>| matches!(done, Ok((said, false)) if says_locked(said));
    let (said, success) = locked_files::retry(&mut once, is_locked).map_err(|error| match error.kind() {
        std::io::ErrorKind::Interrupted if !token.is_cancelled() => Failure::machine(
            "rustc was killed before it finished. Perhaps the machine ran out of memory, or somebody \
             stopped it. Check again.",
        ),
        _ => failed(error),
    })?;
    let (said, rest): (Vec<&str>, Vec<&str>) =
        said.lines().partition(|line| json::parse(line.as_bytes()).is_some());
    if !success && said.is_empty() {
        return Err(Failure::build(&rest.join("\n")));
    }
    Ok(Artifact::new(&said, success))
}

/// What cargo tells every crate of itself, as far as an exercise may ask for it.
fn environment(exercise: &Exercise) -> [(&'static str, PathBuf); 3] {
    [
        ("CARGO_MANIFEST_DIR", exercise.dir.clone()),
        ("CARGO_PKG_NAME", exercise.package.clone().into()),
        ("CARGO_CRATE_NAME", exercise.crate_name().into()),
    ]
}
