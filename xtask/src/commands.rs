//! One file per command: each reads what it needs, works, and has the result reported.

pub mod check;
pub mod grade;
pub mod help;
pub mod hint;
pub mod lesson;
pub mod list;
pub mod new;
mod other_package;
pub mod reset;
pub mod run;
pub mod solution;
pub mod status;
pub mod timeline;
pub mod verify;
pub mod watch;

use crate::compiler::{Audience, Compiler};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report;

/// The exercise that was named; or else the one that somebody stands in, or the first that is not solved,
/// or the last.
pub fn named_or_current<'a>(
    course: &'a Course,
    progress: &Progress,
    name: Option<&str>,
) -> Result<&'a Exercise, Failure> {
    match name {
        Some(name) => course.find(name),
        None => {
            let here = course.exercise_here().or_else(|| progress.current(course));
            let current = here.or(course.exercises().last());
            current.ok_or_else(|| Failure::usage("this course has no exercises"))
        }
    }
}

/// The exercise that was named, or else the one that somebody stands in. What `command` does to it is
/// nothing to do to one that only comes next.
fn named_or_here<'a>(
    course: &'a Course,
    name: Option<&str>,
    command: &str,
) -> Result<&'a Exercise, Failure> {
    match name {
        Some(name) => course.find(name),
        None => course.exercise_here().ok_or_else(|| {
            Failure::usage(format!(
                "which exercise? Name one, as in: cargo xtask {command} 01. Or go to its folder first. \
                 `cargo xtask help {command}` tells more."
            ))
        }),
    }
}

/// Compiles as this terminal wants it.
pub fn compiler() -> Compiler {
    let audience = report::bar_width().map_or(Audience::Reader, Audience::Terminal);
    Compiler { colour: report::in_colour(), audience }
}
