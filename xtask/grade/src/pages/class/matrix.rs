//! Students and exercises: who has how many points for what.

use super::address;
use crate::pages::class_statistics::{Cell, ClassStatistics, Row};
use crate::pages::outcome::Outcome;
use crate::results::{ExerciseEntry, Syllabus};
use maud::{Markup, html};

/// Everything works without the script but what is in `#tools`, which it shows.
pub(super) fn section(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    html! {
        section #students aria-labelledby="students-title" {
            h2 #students-title { "Students" }
            ul.legend {
                @for outcome in Outcome::ALL {
                    li { span.mark.(outcome.class()) { (outcome.sign()) } " " (outcome.meaning()) }
                }
                @if statistics.rows.iter().any(|row| row.cells.iter().any(|cell| cell.adjusted)) {
                    li { "* set by you, less for being late, or the untouched skeleton" }
                }
            }
            p #tools hidden {
                label { "Filter " input #filter type="search" autocomplete="off"; }
                " " output #shown for="filter" {}
            }
            div.matrix tabindex="0" role="region" aria-labelledby="students-title" {
                table #matrix {
                    thead { (headings(statistics, syllabus)) (solved(statistics, syllabus)) }
                    tbody { @for row in &statistics.rows { (student(row, syllabus)) } }
                }
            }
        }
    }
}

fn headings(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    html! {
        tr {
            th scope="col" aria-sort=[(!statistics.rows.is_empty()).then_some("ascending")] { "Name" }
            th scope="col" { "Points" br; small { "of " (syllabus.points()) } }
            @for entry in &syllabus.exercises {
                th scope="col" { span.title { (entry.number) " " (entry.title) } }
            }
        }
    }
}

/// How many solved each exercise.
fn solved(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let solved = |exercise: usize| {
        statistics.rows.iter().filter(|row| row.cells[exercise].outcome == Outcome::Solved).count()
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
            th scope="row" {
                a href=(address(row, syllabus, None)) dir="auto" { (row.name) }
                @if !row.late.is_empty() { small.late { (row.late) } }
            }
            td { b { @if row.has_points() { (row.earned) } @else { "–" } } }
            @for (exercise, (cell, entry)) in row.cells.iter().zip(&syllabus.exercises).enumerate() {
                td.(cell.outcome.class()) {
                    a href=(address(row, syllabus, Some(exercise))) { (text(cell, entry)) }
                }
            }
        }
    }
}

/// Points where there can be any, or else why there are none.
fn text(cell: &Cell, entry: &ExerciseEntry) -> String {
    let sign = cell.outcome.sign();
    if cell.adjusted {
        return format!("{sign} {}/{} *", cell.earned, entry.points);
    }
    match cell.outcome {
        Outcome::Uncompiled => format!("{sign} error"),
        Outcome::Refused => format!("{sign} refused"),
        Outcome::Unrecognised => format!("{sign} unknown"),
        Outcome::Missing => format!("{sign} missing"),
        Outcome::Solved | Outcome::Partly | Outcome::Unsolved => {
            format!("{sign} {}/{}", cell.earned, entry.points)
        }
    }
}
