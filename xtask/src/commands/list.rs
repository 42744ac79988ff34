//! `cargo xtask list`

use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{Outcome, report};

pub fn run() -> Result<Outcome, Failure> {
    let course = Course::here()?;
    report::list(&course, &Progress::load(&course));
    Ok(Outcome::Good)
}
