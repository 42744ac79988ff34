//! `cargo xtask list`

use crate::Outcome;
use crate::cli::{Format, List};
use crate::course::Course;
use crate::exercise_status::{ExerciseStatus, standings};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page, json};

pub fn run(asked: &List) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let all = standings(&course, &Progress::load(&course));
    let fits = |standing: &&ExerciseStatus<'_>| {
        let wanted = !(asked.todo && standing.solved());
        wanted && asked.words.iter().all(|word| standing.exercise.has(word))
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
