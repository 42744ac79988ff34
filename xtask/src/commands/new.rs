//! `cargo xtask new`

use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::report::{self, Page};
use crate::scaffold;

pub fn run(slug: &str) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let made = scaffold::make(&course, slug)?;
    let mut page = Page::here();
    report::made(&mut page, &made);
    page.print();
    Ok(Outcome::Good)
}
