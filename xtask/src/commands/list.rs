//! `cargo xtask list`

use crate::Outcome;
use crate::cli::{Format, List};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Page, json};
use crate::standing::{Standing, standings};

pub fn run(asked: &List) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let all = standings(&course, &Progress::load(&course));
    let fits = |standing: &&Standing<'_>| {
        let wanted = !(asked.todo && standing.solved());
        wanted && asked.words.iter().all(|word| has(standing.exercise, word))
    };
    let shown: Vec<&Standing<'_>> = all.iter().filter(fits).collect();
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

/// Whether a word stands anywhere in what an exercise is called and what it is about.
fn has(exercise: &Exercise, word: &str) -> bool {
    let word = word.to_lowercase();
    let names = [&exercise.number, &exercise.slug, &exercise.title, &exercise.part];
    names.into_iter().chain(&exercise.concepts).any(|text| text.to_lowercase().contains(&word))
}
