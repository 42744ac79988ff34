//! Answers that are alike, to be read side by side.

use super::source;
use crate::pages::AlikeStudents;
use crate::pages::class_statistics::ClassStatistics;
use crate::results::Syllabus;
use maud::{Markup, html};
use verdict::text::count;

/// How many are shown at once.
const SHOWN: usize = 8;

pub(super) fn section(
    statistics: &ClassStatistics,
    syllabus: &Syllabus,
    alike: &[AlikeStudents],
) -> Markup {
    let (first, rest) = alike.split_at(alike.len().min(SHOWN));
    let list = |alike| list(statistics, syllabus, alike);
    html! {
        section #alike aria-labelledby="alike-title" {
            h2 #alike-title { "Answers that are alike" }
            @if first.is_empty() { p { "There are none." } } @else {
                p.aside {
                    "Whatever their names, comments and spaces. It proves nothing: read them side by side."
                }
                (list(first))
            }
            @if !rest.is_empty() {
                details { summary { (count(rest.len(), "more group")) } (list(rest)) }
            }
        }
    }
}

fn list(statistics: &ClassStatistics, syllabus: &Syllabus, alike: &[AlikeStudents]) -> Markup {
    html! {
        ul {
            @for found in alike {
                @let entry = &syllabus.exercises[found.exercise];
                li {
                    (entry.number) " " (entry.title) ", "
                    @if found.percent == 100 { "the same: " } @else { (found.percent) "% the same: " }
                    @for row in statistics.rows.iter().filter(|row| found.students.contains(&row.id)) {
                        (source(row, syllabus, Some(found.exercise))) " "
                    }
                    @if found.solution { "and the course's solution" }
                }
            }
        }
    }
}
