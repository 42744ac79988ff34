//! `cargo xtask`, and `cargo xtask status`

use crate::Outcome;
use crate::cli::Format;
use crate::course::Course;
use crate::exercise_status::exercise_statuses;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page, json};

pub fn run(format: Format) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let all = exercise_statuses(&course, &Progress::load(&course));
    match format {
        Format::Json => json::print(&json::status(&all)),
        Format::Text => {
            let mut page = Page::here();
            report::status(&mut page, &all);
            page.print();
        }
    }
    Ok(Outcome::Good)
}
