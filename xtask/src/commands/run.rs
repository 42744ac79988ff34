//! `cargo xtask run`

use super::{compiler, named_or_current};
use crate::Outcome;
use crate::attempt::Attempt;
use crate::cli::Run;
use crate::compiler::{Diagnostic, rendered};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::hints;
use crate::process;
use crate::progress::Progress;
use crate::report::{self, Controls, Page, Shown};
use crate::scratch_compiler::ScratchCompiler;
use std::path::Path;
use std::process::Command;

pub fn run(asked: Run) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let progress = Progress::load(&course);
    let exercise = named_or_current(&course, &progress, asked.exercise.as_deref())?;
    if asked.solution {
        return solution(&course, exercise);
    }
    let build = compiler().build_live(&course, exercise)?;
    if let Some(program) = build.program {
        return live(&program);
    }
    let mut page = Page::here();
    let answer = course.root().join(exercise.answer());
    let broken = Attempt::refused(&course, exercise, &answer, build.diagnostics);
    let (controls, offer) = (Controls::Commands, hints::offer(exercise, &progress, &broken));
    let shown = Shown { exercise, attempt: &broken, controls, offer, full: false };
    report::one(&mut page, &course, &progress, &shown);
    page.print();
    Ok(Outcome::NotYet)
}

/// The live example with the course's own answer.
fn solution(course: &Course, exercise: &Exercise) -> Result<Outcome, Failure> {
    let answer = course.root().join(exercise.solution()).join("src/lib.rs");
    let scratch = ScratchCompiler::set_up(course, &compiler())?;
    let refused = |said: Vec<Diagnostic>| {
        let said = rendered(&said);
        Failure::machine(format!("{} does not compile.\n\n{said}", answer.display()))
    };
    let built = scratch.compile(exercise, &answer)?.map_err(refused)?;
    live(&scratch.live(exercise, &built)?.map_err(refused)?)
}

fn live(program: &Path) -> Result<Outcome, Failure> {
    let status = process::run_in_the_terminal(Command::new(program).env("RUST_BACKTRACE", "0"))
        .map_err(|error| Failure::file("run", program, &error))?;
    Ok(if status.success() { Outcome::Good } else { Outcome::NotYet })
}
