//! `cargo xtask watch`: hands over to the program that watches. It stands on libraries for terminals and
//! for file events that nothing else needs.

use super::{named_or_current, other_package};
use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;

/// The package and its program.
const WATCH: &str = "xtask-watch";

pub fn run(name: Option<&str>) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    // A name that is none is said at once.
    let begin = named_or_current(&course, &Progress::load(&course), name)?.slug.clone();
    other_package::run(&course, WATCH, [begin.into()])
}
