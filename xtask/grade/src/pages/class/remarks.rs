//! What needs a human's eye: every remark, and whom it is about.

use super::{address_in, student};
use crate::pages::SOURCES;
use crate::pages::class_statistics::{ClassStatistics, Row, Severity};
use crate::pages::excerpt::marked;
use crate::results::Syllabus;
use maud::{Markup, html};
use std::collections::BTreeMap;
use verdict::text::count;

/// How many are shown at once.
const SHOWN: usize = 8;

/// Whom a remark is about, and where.
type About<'a> = Vec<(&'a Row, Option<usize>)>;

pub(super) fn section(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let mut remarks: BTreeMap<(Severity, &str), About> = BTreeMap::new();
    for row in &statistics.rows {
        for remark in &row.remarks {
            remarks
                .entry((remark.severity, &remark.text))
                .or_default()
                .push((row, remark.exercise));
        }
    }
    // What was said of one is more likely to need somebody than what was said of half the class.
    let mut remarks: Vec<_> = remarks.into_iter().collect();
    remarks.sort_by_key(|((severity, _), about)| (*severity, about.len()));
    let remarks: Vec<(&str, About)> =
        remarks.into_iter().map(|((_, text), about)| (text, about)).collect();
    let (first, rest) = remarks.split_at(remarks.len().min(SHOWN));
    html! {
        section #remarks aria-labelledby="remarks-title" {
            h2 #remarks-title { "Look at these first" }
            @if first.is_empty() { p { "There are no remarks." } }
            (list(first, syllabus))
            @if !rest.is_empty() {
                details { summary { (count(rest.len(), "more remark")) } (list(rest, syllabus)) }
            }
        }
    }
}

fn list(remarks: &[(&str, About)], syllabus: &Syllabus) -> Markup {
    html! {
        ul.remarks {
            @for (text, about) in remarks {
                li {
                    bdi { (marked(text)) }
                    div.who {
                        @for (row, exercise) in about {
                            span {
                                (student(row, syllabus, *exercise)) " "
                                a.source href=(address_in(SOURCES, row, syllabus, *exercise)) { "source" }
                                @if let Some(exercise) = exercise {
                                    " " small { (syllabus.exercises[*exercise].number) }
                                }
                            }
                            " "
                        }
                    }
                }
            }
        }
    }
}
