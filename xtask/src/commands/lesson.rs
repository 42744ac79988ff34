//! `cargo xtask lesson`

use super::named_or_current;
use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page};

pub fn run(exercise: Option<&str>) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercise = named_or_current(&course, &Progress::load(&course), exercise)?;
    let mut page = Page::here();
    report::lesson(&mut page, exercise);
    // Windows has no pager that could be counted on, and its terminals scroll.
    #[cfg(unix)]
    report::hand_over_to_pager(&page);
    page.print();
    Ok(Outcome::Good)
}
