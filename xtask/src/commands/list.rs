//! `cargo xtask list`

use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page};

pub fn run() -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let mut page = Page::here();
    report::list(&mut page, &course, &Progress::load(&course));
    page.print();
    Ok(Outcome::Good)
}
