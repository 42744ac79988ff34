//! `cargo xtask help`

use crate::cli::Topic;
use crate::failure::Failure;
use crate::{Outcome, report};

pub fn run(topic: Option<&Topic>) -> Result<Outcome, Failure> {
    report::help(topic);
    Ok(Outcome::Good)
}
