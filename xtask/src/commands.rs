//! One file per command: each reads what it needs, works, and has the result reported.

pub mod check;
mod elsewhere;
pub mod grade;
pub mod help;
pub mod hint;
pub mod list;
pub mod new;
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

/// The exercise that was named, or else the current one; with all solved, the last.
pub fn named_or_current<'a>(
    course: &'a Course,
    progress: &Progress,
    name: Option<&str>,
) -> Result<&'a Exercise, Failure> {
    match name {
        Some(name) => course.find(name),
        None => {
            let current = progress.current(course).or(course.exercises().last());
            current.ok_or_else(|| Failure::usage("this course has no exercises"))
        }
    }
}

/// Compiles as this terminal wants it.
pub fn compiler() -> Compiler {
    let audience = report::bar_width().map_or(Audience::Reader, Audience::Terminal);
    Compiler { colour: report::in_colour(), audience }
}
