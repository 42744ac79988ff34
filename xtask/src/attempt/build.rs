//! Exercises built by cargo, and what the compiler said of them.

mod progress;

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::{self, CancellationToken, Group};
pub use progress::Audience;
use progress::Progress;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use verdict::json::{self, Json, Look};

/// The profile that the course's manifest keeps for the runner's own builds, and why.
const PROFILE: &str = "exercise";

/// How a build talks to people.
#[derive(Clone)]
pub struct Builder {
    /// Whether diagnostics come in colour.
    pub colour: bool,
    pub audience: Audience,
}

/// What came of building one exercise.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// Its test program; `None` when it did not compile.
    pub program: Option<PathBuf>,
    /// What the compiler said of this package and no other, errors first.
    pub diagnostics: Vec<Diagnostic>,
}

/// One thing that the compiler said.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub is_error: bool,
    /// As the compiler would print it.
    pub rendered: String,
    /// `exercises/01-gather/src/lib.rs:7:5`, where it points first.
    pub place: Option<String>,
    /// Whether it is about the tests rather than about the learner's file.
    pub in_tests: bool,
}

impl Builder {
    /// Builds the test programs of `exercises` in one call of cargo. One that does not compile costs
    /// only itself.
    pub fn build(
        &self,
        course: &Course,
        exercises: &[&Exercise],
        token: &CancellationToken,
    ) -> Result<BTreeMap<String, Build>, Failure> {
        let mut builds: BTreeMap<String, Build> =
            exercises.iter().map(|e| (e.slug.clone(), Build::default())).collect();
        if exercises.is_empty() {
            return Ok(builds);
        }
        let command = self.tests(course, exercises);
        let said = run(command, Progress::new(exercises, &self.audience), token)?;
        for message in &said.messages {
            let package = message.at("package_id").text();
            let is_of = |exercise: &&&Exercise| {
                Some(exercise.package_id.as_str()) == package && exercise.owns(message.at("target"))
            };
            let Some(exercise) = exercises.iter().find(is_of) else { continue };
            let build = builds.entry(exercise.slug.clone()).or_default();
            match message.at("reason").text() {
                Some("compiler-artifact") => {
                    if let Some(program) = message.at("executable").text() {
                        build.program = Some(program.into());
                    }
                }
                Some("compiler-message") => build.diagnostics.extend(diagnostic(message)),
                _ => {}
            }
        }
        for build in builds.values_mut() {
            build.diagnostics.sort_by_key(|d| (!d.is_error, d.in_tests));
        }
        // An error that points at no line is not about the code: the disk is full, a linker is
        // missing.
        let in_code = |said: &Diagnostic| said.is_error && said.place.is_some();
        let explained =
            |build: &Build| build.program.is_some() || build.diagnostics.iter().any(in_code);
        if said.success || builds.values().all(explained) {
            return Ok(builds);
        }
        Err(said.failure())
    }

    /// Builds `exercise`'s live example. The program, or why there is none.
    pub fn build_live(
        &self,
        course: &Course,
        exercise: &Exercise,
    ) -> Result<Result<PathBuf, Vec<Diagnostic>>, Failure> {
        let mut command = self.cargo(course, "build");
        command.args(["--example", "live", "--package", &exercise.package_id]);
        let token = CancellationToken::default();
        let said = run(command, Progress::new(&[exercise], &self.audience), &token)?;
        let of_exercise =
            |m: &&Json| m.at("package_id").text() == Some(exercise.package_id.as_str());
        let messages = || said.messages.iter().filter(of_exercise);
        if let Some(program) = messages().find_map(|m| m.at("executable").text()) {
            return Ok(Ok(program.into()));
        }
        let diagnostics: Vec<Diagnostic> = messages().filter_map(diagnostic).collect();
        if diagnostics.iter().any(|said| said.is_error) {
            return Ok(Err(diagnostics));
        }
        Err(said.failure())
    }

    /// The call of cargo that builds the tests of these exercises, as many of them as compile. Tests
    /// that a learner has put beside them are left alone: they may not even compile.
    fn tests(&self, course: &Course, exercises: &[&Exercise]) -> Command {
        let mut command = self.cargo(course, "build");
        command.arg("--keep-going");
        for exercise in exercises {
            command.args(["--package", &exercise.package_id]);
            // Cargo refuses the name of a test that isn't there.
            if exercise.test.is_some() {
                command.args(["--test", &exercise.crate_name()]);
            }
        }
        command
    }

    fn cargo(&self, course: &Course, what: &str) -> Command {
        let mut command = process::cargo();
        let format = if self.colour { "json-diagnostic-rendered-ansi" } else { "json" };
        command.args([what, "--profile", PROFILE]).current_dir(course.root());
        command.arg(format!("--message-format={format}"));
        if let Audience::Terminal(width) = self.audience {
            // Cargo shows no bar on a pipe unless told how wide it may be.
            command.env("CARGO_TERM_PROGRESS_WHEN", "always");
            command.env("CARGO_TERM_PROGRESS_WIDTH", width.to_string());
        }
        command
    }
}

/// Everything that cargo said.
pub struct Said {
    /// What it reported for machines.
    pub messages: Vec<Json>,
    /// What it printed for people.
    errors: String,
    success: bool,
}

impl Said {
    /// Why nothing came of it, where that is no learner's affair: the compiler's errors in whatever
    /// package, which cargo's own summary only counts.
    pub fn failure(&self) -> Failure {
        let of_compiler = self.messages.iter().filter_map(diagnostic).filter(|said| said.is_error);
        let of_compiler: Vec<String> = of_compiler.map(|said| said.rendered).collect();
        let said = [self.errors.trim().to_owned()].into_iter().chain(of_compiler);
        let said: Vec<String> = said.filter(|part| !part.is_empty()).collect();
        Failure::machine(format!("cargo could not build this.\n\n{}", said.join("\n\n")))
    }
}

/// Has cargo build everything that the exercises and their tests depend on.
pub fn build_dependencies(course: &Course, builder: &Builder) -> Result<Said, Failure> {
    let exercises: Vec<&Exercise> = course.exercises().iter().collect();
    let command = builder.tests(course, &exercises);
    let token = CancellationToken::default();
    run(command, Progress::new(&exercises, &builder.audience), &token)
}

/// Runs cargo, showing its progress only where there is something to wait for.
fn run(
    mut command: Command,
    mut progress: Progress,
    token: &CancellationToken,
) -> Result<Said, Failure> {
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
    let status = group.finish(|_| Instant::now() < soon).map_err(failed)?;
    Ok(Said { messages, errors, success: status.is_some_and(|status| status.success()) })
}

/// What the compiler said in a message of cargo's; `None` of what is no error or warning, and of
/// summaries.
pub fn diagnostic(message: &Json) -> Option<Diagnostic> {
    let said = message.at("message");
    let is_error = match said.at("level").text()? {
        "error" | "error: internal compiler error" => true,
        "warning" => false,
        _ => return None,
    };
    let spans = said.at("spans").items();
    let primary = spans.iter().find(|span| *span.at("is_primary") == Json::Boolean(true));
    // "aborting due to 2 previous errors" and "2 warnings emitted" point nowhere and say nothing.
    let names_nothing =
        primary.is_none() && said.at("code").is_null() && said.at("children").items().is_empty();
    if names_nothing && is_summary(said.at("message").text()?) {
        return None;
    }
    let place = primary.and_then(|span| {
        let file = span.at("file_name").text()?;
        Some(format!(
            "{}:{}:{}",
            clean(file),
            span.at("line_start").whole()?,
            span.at("column_start").whole()?
        ))
    });
    let rendered = said.at("rendered").text()?.trim_end().to_owned();
    let in_tests =
        message.at("target").at("kind").items().first().and_then(Json::text) == Some("test");
    Some(Diagnostic { is_error, rendered, place, in_tests })
}

fn is_summary(text: &str) -> bool {
    text.starts_with("aborting due to") || text.ends_with("emitted")
}

/// With `/` on every system: it is to be clicked on, and to look the same everywhere.
fn clean(file: &str) -> String {
    Path::new(file).to_string_lossy().replace('\\', "/")
}
