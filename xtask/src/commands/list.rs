//! `cargo xtask list`

use crate::Outcome;
use crate::cli::{Format, List};
use crate::course::Course;
use crate::exercise_status::{ExerciseStatus, exercise_statuses};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page, json};

pub fn run(asked: &List) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let all = exercise_statuses(&course, &Progress::load(&course));
    let fits = |status: &&ExerciseStatus<'_>| {
        let wanted = !(asked.todo && status.solved());
        wanted && asked.words.iter().all(|word| status.exercise.has(word))
    };
    let shown: Vec<&ExerciseStatus<'_>> = all.iter().filter(fits).collect();
    match asked.format {
        Format::Json => json::print(&json::list(&shown, &all)),
        Format::Text => {
            let mut page = Page::here();
            report::list(&mut page, asked, &shown, &all);
            page.print();
        }
    }
    Ok(Outcome::Good)
}
