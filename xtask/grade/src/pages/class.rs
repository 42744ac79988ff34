//! The overview of a class: what needs a human's eye, what fails and why, and everybody's points.

mod alike;
mod causes;
mod matrix;
mod no_grade;
mod promises;
mod remarks;
mod to_be_read;

use super::AlikeStudents;
use super::class_statistics::{ClassStatistics, Row};
use super::html_document;
use super::outcome::{Outcome, points};
use crate::results::{Points, Syllabus};
use causes::Causes;
use maud::{Markup, html};
use verdict::text::count;

pub(super) fn page(
    statistics: &ClassStatistics,
    syllabus: &Syllabus,
    alike: &[AlikeStudents],
) -> String {
    let causes = Causes::of(statistics);
    let body = html! {
        header {
            h1 { "Class overview" }
            (numbers(statistics, syllabus))
            (distribution(statistics, syllabus))
            @for (tier, students) in &statistics.tiers {
                p.aside { "Tier: " bdi { (tier) } " (" (count(*students, "student")) ")" }
            }
            @for seed in &statistics.seeds {
                p.aside { "Seed: " (seed) }
            }
            nav aria-label="Sections" {
                a href="#students" { "Students" } " "
                a href="#remarks" { "Remarks" } " "
                a href="#promises" { "Promises" } " "
                a href="#causes" { "Misconceptions" } " "
                a href="#alike" { "Alike" }
            }
        }
        main {
            (matrix::section(statistics, syllabus))
            (no_grade::section(statistics, syllabus))
            (to_be_read::section(statistics, syllabus))
            (remarks::section(statistics, syllabus))
            (promises::section(statistics, syllabus, &causes))
            (causes.section(statistics, syllabus))
            (alike::section(statistics, syllabus, alike))
        }
    };
    let script = Some(include_str!("class.js"));
    html_document::page("Class overview", include_str!("class.css"), script, body)
}

fn numbers(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let students = statistics.rows.len();
    let all = |outcome: Outcome| {
        let all = |row: &&Row| row.cells.iter().all(|cell| cell.outcome == outcome);
        statistics.rows.iter().filter(all).count()
    };
    let without = statistics.rows.iter().filter(|row| row.no_grade.is_some()).count();
    let concerned = statistics.rows.iter().filter(|row| !row.remarks.is_empty()).count();
    let to_be_read = statistics.rows.iter().filter(|row| !row.to_be_read.is_empty()).count();
    let number = |value: String, words: String| html! { div { dt { (words) } dd { (value) } } };
    html! {
        dl.numbers {
            (number(students.to_string(), "students".to_owned()))
            (number(mean(statistics), format!("mean, of {}", points(syllabus.points()))))
            (number(median(statistics), "median".to_owned()))
            @if without > 0 { (number(without.to_string(), "without a grade".to_owned())) }
            (number(all(Outcome::Solved).to_string(), "solved everything".to_owned()))
            (number(all(Outcome::Missing).to_string(), "without any answer".to_owned()))
            (number(concerned.to_string(), "with remarks".to_owned()))
            @if to_be_read > 0 { (number(to_be_read.to_string(), "to be read".to_owned())) }
        }
    }
}

/// How many have how much of the points: a bar for each tenth, and one for those who have all.
fn distribution(statistics: &ClassStatistics, syllabus: &Syllabus) -> Markup {
    let of = syllabus.points().hundredths().max(1);
    let mut bars = [0; 11];
    for row in statistics.rows.iter().filter(|row| row.no_grade.is_none()) {
        bars[(10 * row.earned.hundredths() / of).min(10) as usize] += 1;
    }
    let highest = bars.into_iter().max().unwrap_or(0).max(1);
    html! {
        ol.distribution aria-label="How many students have how much of the points" {
            @for (tenth, students) in bars.into_iter().enumerate() {
                li {
                    // For the eye only: the numbers say it.
                    svg aria-hidden="true" viewBox="0 0 10 100" preserveAspectRatio="none" {
                        @let height = 100 * students / highest;
                        rect y=(100 - height) width="10" height=(height) {}
                    }
                    b { (students) } " "
                    small { @if tenth == 10 { "all" } @else { (10 * tenth) "%" } }
                }
            }
        }
    }
}

/// Of those who have a grade; a dash where there is nobody.
fn median(statistics: &ClassStatistics) -> String {
    let mut earned: Vec<Points> =
        statistics.rows.iter().filter(|row| row.no_grade.is_none()).map(|row| row.earned).collect();
    earned.sort();
    let middle =
        &earned[earned.len().saturating_sub(1) / 2..(earned.len() / 2 + 1).min(earned.len())];
    let sum: Points = middle.iter().copied().sum();
    sum.mean(middle.len()).map_or_else(|| "–".to_owned(), |median| median.to_string())
}

/// Of those who have a grade, rounded to hundredths; a dash where there is nobody.
fn mean(statistics: &ClassStatistics) -> String {
    let graded: Vec<&Row> = statistics.rows.iter().filter(|row| row.no_grade.is_none()).collect();
    let sum: Points = graded.iter().map(|row| row.earned).sum();
    sum.mean(graded.len()).map_or_else(|| "–".to_owned(), |mean| mean.to_string())
}

/// A link to a student's report, at an exercise if one is meant.
fn student(row: &Row, syllabus: &Syllabus, exercise: Option<usize>) -> Markup {
    html! { a href=(address(row, syllabus, exercise)) { bdi { (row.name) } } }
}

/// The same to what they handed in.
fn source(row: &Row, syllabus: &Syllabus, exercise: Option<usize>) -> Markup {
    html! { a href=(address_in(super::SOURCES, row, syllabus, exercise)) { bdi { (row.name) } } }
}

fn address(row: &Row, syllabus: &Syllabus, exercise: Option<usize>) -> String {
    address_in(super::STUDENTS, row, syllabus, exercise)
}

fn address_in(folder: &str, row: &Row, syllabus: &Syllabus, exercise: Option<usize>) -> String {
    let at = exercise.map(|exercise| format!("#{}", syllabus.exercises[exercise].slug));
    format!("{folder}/{}.html{}", row.id, at.unwrap_or_default())
}
