//! `cargo xtask`

use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{Outcome, report};

pub fn run() -> Result<Outcome, Failure> {
    let course = Course::here()?;
    report::status(&course, &Progress::load(&course));
    Ok(Outcome::Good)
}
