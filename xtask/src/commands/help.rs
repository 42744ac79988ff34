//! `cargo xtask help`

use crate::Outcome;
use crate::cli::Topic;
use crate::failure::Failure;
use crate::report::{self, Page};

pub fn run(topic: Option<&Topic>) -> Result<Outcome, Failure> {
    let mut page = Page::here();
    report::help(&mut page, topic);
    page.print();
    Ok(Outcome::Good)
}
