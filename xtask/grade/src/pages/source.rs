//! A student's answers as they were handed in, for the instructor: beside the report, with the lines marked
//! that the compiler or a panic points to.

use super::excerpt::{line, name};
use super::html_document;
use super::outcome::{Outcome, points};
use super::report::results;
use crate::results::{ExerciseResult, Graded, Syllabus};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// How many lines of an answer are shown, and how much of each.
const LINES: usize = 2_000;
const COLUMNS: usize = 200;

/// `sources` are the answers by slug.
pub(super) fn page(
    syllabus: &Syllabus,
    graded: &Graded,
    sources: &BTreeMap<String, String>,
) -> String {
    let name = name(&graded.student);
    let body = html! {
        header {
            h1 { bdi { (name) } }
            p.aside { "What was handed in, for the instructor. A marked line is one that the compiler or a panic \
                points to." }
            p { a href={ "../" (super::STUDENTS) "/" (graded.student.id) ".html" } { "The report" } }
        }
        main {
            @for (entry, result) in results(syllabus, graded) {
                @let outcome = Outcome::of(entry, result);
                section id=(entry.slug) {
                    h2 {
                        (entry.number) " " (entry.title)
                        span.mark.(outcome.class()) {
                            (outcome.sign()) " " (entry.earned(result)) " of " (points(entry.points))
                        }
                    }
                    @match sources.get(&entry.slug) {
                        Some(source) => (lines(source, &pointed_to(result))),
                        None => p.aside { "There is no text of it." },
                    }
                }
            }
        }
    };
    html_document::page(&format!("{name}: sources"), include_str!("report.css"), None, body)
}

fn lines(source: &str, pointed_to: &BTreeSet<usize>) -> Markup {
    let more = source.lines().count().saturating_sub(LINES);
    html! {
        pre.source tabindex="0" role="region" aria-label="The answer" {
            @for (number, text) in (1..).zip(source.lines().take(LINES)) {
                @let text = line(text, COLUMNS);
                @if pointed_to.contains(&number) {
                    mark { (format!("{number:4}▸ ")) (text) }
                } @else {
                    (format!("{number:4}  ")) (text)
                }
                "\n"
            }
            @if more > 0 { "… " (more) " more" }
        }
    }
}

/// The lines that something said of the answer names.
fn pointed_to(result: &ExerciseResult) -> BTreeSet<usize> {
    let places = result.promises.iter().flat_map(|promise| {
        promise.report.panics.iter().filter_map(|panic| panic.location.as_deref())
    });
    let said = places.chain([result.diagnostics.as_str()]);
    said.flat_map(|text| text.split("src/lib.rs:").skip(1))
        .filter_map(|after| after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
        .collect()
}
