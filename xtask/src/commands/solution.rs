//! `cargo xtask solution`

use super::named_or_here;
use crate::Outcome;
use crate::cli::Solution;
use crate::course::Course;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Controls, Page};
use crate::solution_comparison;

pub fn run(asked: Solution) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let exercise = named_or_here(&course, asked.exercise.as_deref(), "solution")?;
    let mut page = Page::here();
    let shown = asked.spoil || Progress::load(&course).solved(exercise);
    if shown {
        report::solution(&mut page, exercise, &solution_comparison::compare(&course, exercise)?);
    } else {
        report::not_before_a_pass(&mut page, exercise, Controls::Commands);
    }
    page.print();
    Ok(if shown { Outcome::Good } else { Outcome::NotYet })
}
