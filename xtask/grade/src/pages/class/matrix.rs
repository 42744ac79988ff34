//! Students and exercises: who has how many points for what.

use super::address;
use crate::model::{Entry, Syllabus};
use crate::pages::class_statistics::{Cell, Row, Tally};
use crate::pages::outcome::Mark;
use maud::{Markup, html};

/// Everything works without the script but what is in `#tools`, which it shows.
pub(super) fn section(tally: &Tally, syllabus: &Syllabus) -> Markup {
    html! {
        section #students aria-labelledby="students-title" {
            h2 #students-title { "Students" }
            ul.legend {
                @for mark in Mark::ALL {
                    li { span.mark.(mark.class()) { (mark.sign()) } " " (mark.meaning()) }
                }
            }
            p #tools hidden {
                label { "Filter " input #filter type="search" autocomplete="off"; }
                " " output #shown for="filter" {}
            }
            div.matrix tabindex="0" role="region" aria-labelledby="students-title" {
                table #matrix {
                    thead { (headings(tally, syllabus)) (solved(tally, syllabus)) }
                    tbody { @for row in &tally.rows { (student(row, syllabus)) } }
                }
            }
        }
    }
}

fn headings(tally: &Tally, syllabus: &Syllabus) -> Markup {
    html! {
        tr {
            th scope="col" aria-sort=[(!tally.rows.is_empty()).then_some("ascending")] { "Name" }
            th scope="col" { "Points" br; small { "of " (syllabus.points()) } }
            @for entry in &syllabus.exercises {
                th scope="col" { span.title { (entry.number) " " (entry.title) } }
            }
        }
    }
}

/// How many solved each exercise.
fn solved(tally: &Tally, syllabus: &Syllabus) -> Markup {
    let solved = |exercise: usize| {
        tally.rows.iter().filter(|row| row.cells[exercise].mark == Mark::Solved).count()
    };
    html! {
        tr.solved {
            th scope="row" { "solved by" }
            td {}
            @for exercise in 0..syllabus.exercises.len() { td { (solved(exercise)) } }
        }
    }
}

fn student(row: &Row, syllabus: &Syllabus) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(address(row, syllabus, None)) dir="auto" { (row.name) } }
            td { b { (row.earned) } }
            @for (exercise, (cell, entry)) in row.cells.iter().zip(&syllabus.exercises).enumerate() {
                td.(cell.mark.class()) {
                    a href=(address(row, syllabus, Some(exercise))) { (text(cell, entry)) }
                }
            }
        }
    }
}

/// Points where there can be any, or else why there are none.
fn text(cell: &Cell, entry: &Entry) -> String {
    let sign = cell.mark.sign();
    match cell.mark {
        Mark::Uncompiled => format!("{sign} error"),
        Mark::Refused => format!("{sign} refused"),
        Mark::Missing => format!("{sign} missing"),
        Mark::Solved | Mark::Partly | Mark::Unsolved => {
            format!("{sign} {}/{}", cell.earned, entry.points)
        }
    }
}
