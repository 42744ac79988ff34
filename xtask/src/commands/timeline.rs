//! `cargo xtask timeline`

mod svg_file;

use super::{compiler, named_or_current};
use crate::Outcome;
use crate::attempt::promise::{self, Promise};
use crate::attempt::{Attempt, attempt};
use crate::cli::Timeline;
use crate::compiler::rendered;
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::hints;
use crate::process::CancellationToken;
use crate::progress::Progress;
use crate::report::{self, Controls, Page};
use crate::scratch_compiler::ScratchCompiler;
use std::path::{self, Path, PathBuf};
use verdict::report_protocol::SEED;
use verdict::shared_pictures::{self, Panel, Promised, Run};
use verdict::svg;

/// How the solution's picture is labelled.
const SOLUTION: &str = "the course's solution";

pub fn run(asked: Timeline) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let progress = Progress::load(&course);
    let exercise = named_or_current(&course, &progress, asked.exercise.as_deref())?;
    // Whatever is wrong with the call is said before anybody waits for a compiler.
    if let Some(file) = &asked.svg {
        svg_file::ask(file)?;
    }
    let shown = Shown::new(&course, asked.answer.as_deref())?;
    let attempt = shown.attempt(&course, exercise)?;
    let promises = match &attempt {
        Attempt::Ran { promises, .. } if !promises.is_empty() => promises,
        _ => {
            let mut page = Page::here();
            let (attempt, controls, offer) =
                (&attempt, Controls::Commands, hints::offer(exercise, &progress, &attempt));
            let shown = report::Shown { exercise, attempt, controls, offer, full: false };
            report::one(&mut page, &course, &progress, &shown);
            page.print();
            return Ok(Outcome::NotYet);
        }
    };
    let solution = if asked.solution { solution(&course, exercise)? } else { Vec::new() };
    let panels = panels(shown.label(), promises, &solution);
    if let Some(file) = &asked.svg {
        svg_file::write(file, &svg::draw(&exercise.heading(), &panels))?;
        report::picture_written(file);
    } else {
        let mut page = Page::here();
        report::timeline(&mut page, exercise, &panels);
        page.print();
    }
    Ok(Outcome::Good)
}

/// Whose answer is shown.
enum Shown {
    Learners,
    /// The one in this file, known under this name.
    Of(PathBuf, String),
}

impl Shown {
    fn new(course: &Course, file: Option<&Path>) -> Result<Shown, Failure> {
        let Some(file) = file else { return Ok(Shown::Learners) };
        if !file.is_file() {
            let file = file.display();
            return Err(Failure::usage(format!(
                "there is no file {file}. --answer takes a file that could stand in the place of an \
                 exercise's src/lib.rs."
            )));
        }
        let whole = path::absolute(file).map_err(|error| Failure::file("find", file, &error))?;
        let name = whole.strip_prefix(course.root()).unwrap_or(file);
        let name = name.display().to_string().replace('\\', "/");
        Ok(Shown::Of(whole, name))
    }

    fn label(&self) -> &str {
        match self {
            Shown::Learners => "your answer",
            Shown::Of(_, name) => name,
        }
    }

    fn attempt(&self, course: &Course, exercise: &Exercise) -> Result<Attempt, Failure> {
        match self {
            Shown::Learners => {
                let token = CancellationToken::default();
                let mut attempts = attempt(course, &[exercise], &compiler(), SEED, &token)?;
                Ok(attempts.remove(0).1)
            }
            Shown::Of(file, _) => attempt_at(course, exercise, file),
        }
    }
}

/// What the course's own answer did.
fn solution(course: &Course, exercise: &Exercise) -> Result<Vec<Promise>, Failure> {
    let name = format!("{}/src/lib.rs", exercise.solution());
    match attempt_at(course, exercise, &course.root().join(&name))? {
        Attempt::Ran { promises, .. } => Ok(promises),
        Attempt::Broken { diagnostics, .. } => {
            let said = rendered(&diagnostics);
            Err(Failure::machine(format!("{name} does not compile.\n\n{said}")))
        }
        Attempt::Damaged(words) => Err(Failure::machine(words)),
    }
}

/// As [`attempt`], of the answer in `file`.
fn attempt_at(course: &Course, exercise: &Exercise, file: &Path) -> Result<Attempt, Failure> {
    let scratch = ScratchCompiler::set_up(course, &compiler())?;
    let refused = |said| Attempt::refused(course, exercise, file, said);
    let built = match scratch.compile(exercise, file)? {
        Ok(built) => built,
        Err(said) => return Ok(refused(said)),
    };
    let program = match scratch.with_tests(exercise, &built)? {
        Ok(program) => program,
        Err(said) => return Ok(refused(said)),
    };
    let names = promise::names(&program, exercise.test.as_ref())?;
    let tests = names.into_iter().map(|test| (String::new(), program.clone(), test)).collect();
    let tested = promise::test_all(tests, SEED, &CancellationToken::default())?;
    let promises = tested.into_values().flatten().collect();
    Ok(Attempt::Ran { promises, warnings: Vec::new(), changed: exercise.changed_files() })
}

/// What to show of the learner's own promises.
pub fn of_learner(promises: &[Promise]) -> Vec<Panel> {
    panels(Shown::Learners.label(), promises, &[])
}

/// What to show of these promises, and of the solution's where it is wanted.
fn panels(label: &str, promises: &[Promise], solution: &[Promise]) -> Vec<Panel> {
    shared_pictures::panels(promises.iter().map(|promise| {
        let twin = solution.iter().find(|other| other.name == promise.name);
        let mut runs = vec![Run::new(label, &promise.report)];
        runs.extend(twin.map(|twin| Run::new(SOLUTION, &twin.report)));
        let finding = promise.report.finding.as_ref();
        let happened = finding.map(|finding| finding.happened.clone());
        (Promised { words: promise.words(), kept: promise.kept(), happened }, runs)
    }))
}
