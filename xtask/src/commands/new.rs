//! `cargo xtask new`

use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::new_exercise;
use crate::report::{self, Page};

pub fn run(slug: &str) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let made = new_exercise::make(&course, slug)?;
    let mut page = Page::here();
    report::new_exercise(&mut page, &made);
    page.print();
    Ok(Outcome::Good)
}
