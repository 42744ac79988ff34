//! The misconceptions behind broken promises, and whom they concern.

use super::student;
use crate::pages::class_statistics::{Cause, ClassStatistics, Concerned};
use crate::results::Syllabus;
use maud::{Markup, html};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use verdict::text::{count, words};

/// How many are unfolded.
const UNFOLDED: usize = 3;

/// How many broken promises are named with each.
const PLACES: usize = 6;

/// Every cause, those that concern most students first.
pub(super) struct Causes<'a>(Vec<(&'a Cause, &'a Concerned)>);

impl<'a> Causes<'a> {
    pub(super) fn of(statistics: &'a ClassStatistics) -> Causes<'a> {
        let mut causes: Vec<_> = statistics.causes.iter().collect();
        causes.sort_by_key(|(cause, concerned)| (Reverse(concerned.students.len()), *cause));
        Causes(causes)
    }

    /// The id of a cause in the page.
    pub(super) fn anchor(&self, cause: &Cause) -> String {
        let index = self.0.iter().position(|(known, _)| *known == cause);
        index.map_or_else(|| "causes".to_owned(), |index| format!("cause-{}", index + 1))
    }

    pub(super) fn section(&self, statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
        html! {
            section #causes aria-labelledby="causes-title" {
                h2 #causes-title { "Misconceptions behind them" }
                @if self.0.is_empty() { p { "There are none." } }
                @for (index, (cause, concerned)) in self.0.iter().enumerate() {
                    details.cause id=(self.anchor(cause)) open[index < UNFOLDED] {
                        (summary(cause, concerned))
                        (about(concerned, statistics, syllabus))
                    }
                }
            }
        }
    }
}

/// The name in words, as a link says it.
pub(super) fn words_of(cause: &Cause) -> String {
    match cause {
        Some(key) => key.replace('-', " "),
        None => "not recognised".to_owned(),
    }
}

fn summary(cause: &Cause, concerned: &Concerned) -> Markup {
    html! {
        summary {
            b { bdi { (words_of(cause)) } } " "
            span { (count(concerned.students.len(), "student")) }
            @if let Some(key) = cause { " " code { bdi { (key) } } }
        }
    }
}

fn about(concerned: &Concerned, statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let example = &concerned.example;
    html! {
        blockquote dir="auto" {
            p { (example.happened) }
            @if !example.meaning.is_empty() { p { (example.meaning) } }
        }
        (places(&concerned.places, syllabus))
        div.who {
            @for (row, exercise) in &concerned.students {
                (student(&statistics.rows[*row], syllabus, Some(*exercise))) " "
            }
        }
    }
}

fn places(places: &BTreeMap<(usize, usize), usize>, syllabus: &Syllabus) -> Markup {
    let mut places: Vec<(&(usize, usize), &usize)> = places.iter().collect();
    places.sort_by_key(|(at, count)| (Reverse(**count), **at));
    let more = places.len().saturating_sub(PLACES);
    html! {
        ul.places {
            @for ((exercise, promise), students) in places.iter().take(PLACES) {
                @let entry = &syllabus.exercises[*exercise];
                li {
                    (entry.number) " " (words(&entry.promises[*promise].name)) " "
                    small { (students) }
                }
            }
            @if more > 0 { li { small { (count(more, "more promise")) } } }
        }
    }
}
