//! `cargo xtask grade`: hands over to the program that grades. It stands on libraries for archives, tables
//! and sandboxes that nothing else needs.

use super::other_package;
use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use std::ffi::OsString;

/// The package and its program.
const GRADE: &str = "xtask-grade";

pub fn run(args: Vec<OsString>) -> Result<Outcome, Failure> {
    other_package::run(&Course::here()?, GRADE, args)
}
