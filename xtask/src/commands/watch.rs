//! `cargo xtask watch`: hands over to the program that watches. It stands on libraries for terminals and
//! for file events that nothing else needs.

use super::{named_or_current, other_package};
use crate::Outcome;
use crate::cli::Watch;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use std::ffi::OsString;

/// The package and its program.
const WATCH: &str = "xtask-watch";

pub fn run(asked: Watch) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    // A name that is none is said at once.
    let progress = Progress::load(&course);
    let begin = named_or_current(&course, &progress, asked.exercise.as_deref())?.slug.clone();
    let command = asked.edit_cmd.map(|command| format!("--edit-cmd={command}"));
    let no_editor = asked.no_editor.then(|| "--no-editor".to_owned());
    let args = [begin].into_iter().chain(command).chain(no_editor);
    other_package::run(&course, WATCH, args.map(OsString::from))
}
