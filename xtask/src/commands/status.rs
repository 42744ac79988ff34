//! `cargo xtask`, and `cargo xtask status`

use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page};
use crate::standing::standings;

pub fn run() -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let mut page = Page::here();
    report::status(&mut page, &standings(&course, &Progress::load(&course)));
    page.print();
    Ok(Outcome::Good)
}
