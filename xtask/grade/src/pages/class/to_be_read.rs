//! The answers that somebody should read before their points are given out, with the lines that say why.

use super::student;
use crate::pages::class_statistics::ClassStatistics;
use crate::results::Syllabus;
use maud::{Markup, html};

/// Nothing, where there are none: that is how it usually is.
pub(super) fn section(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let mut all = statistics.rows.iter().flat_map(|row| {
        row.to_be_read.iter().map(move |(exercise, flags)| (row, *exercise, flags))
    });
    let first = all.next();
    html! {
        @if let Some(first) = first {
            section #to-be-read aria-labelledby="to-be-read-title" {
                h2 #to-be-read-title { "To be read" }
                p {
                    "These answers have something that no exercise needs, and that a way around the judge \
                     could be made of. That proves nothing. Read the lines before you give out the points."
                }
                ul.remarks {
                    @for (row, exercise, flags) in [first].into_iter().chain(all) {
                        li {
                            (student(row, syllabus, Some(exercise)))
                            " " small { (syllabus.exercises[exercise].number) }
                            @for flag in flags {
                                div {
                                    "Line " (flag.line) ": " code { bdi { (flag.text) } } " " (flag.why) "."
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
