//! Which promises fail most, and what is behind them.

use super::causes::{Causes, words_of};
use crate::pages::class_statistics::{Cause, ClassStatistics};
use crate::results::Syllabus;
use maud::{Markup, html};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use verdict::text::{count, words};

/// How many promises are shown at once, and how many causes of each.
const SHOWN: usize = 12;
const CAUSES: usize = 3;

/// A promise that fails, by exercise and promise, and why.
type Failing<'a> = ((usize, usize), &'a BTreeMap<Cause, usize>);

pub(super) fn section(
    statistics: &ClassStatistics,
    syllabus: &Syllabus,
    causes: &Causes,
) -> Markup {
    let mut failing: Vec<Failing> =
        statistics.broken.iter().map(|(at, causes)| (*at, causes)).collect();
    failing.sort_by_key(|(at, causes)| (Reverse(broken(causes)), *at));
    let (first, rest) = failing.split_at(failing.len().min(SHOWN));
    let table = |failing| table(failing, statistics, syllabus, causes);
    html! {
        section #promises aria-labelledby="promises-title" {
            h2 #promises-title { "Promises that fail most" }
            @if first.is_empty() {
                p { "No promise was broken." }
            } @else {
                (table(first))
            }
            @if !rest.is_empty() {
                details { summary { (count(rest.len(), "more promise")) } (table(rest)) }
            }
        }
    }
}

fn broken(causes: &BTreeMap<Cause, usize>) -> usize {
    causes.values().sum()
}

fn table(
    failing: &[Failing],
    statistics: &ClassStatistics,
    syllabus: &Syllabus,
    causes: &Causes,
) -> Markup {
    html! {
        table.failing {
            thead {
                tr {
                    th scope="col" { "Promise" }
                    th scope="col" { "Broken by" }
                    th scope="col" { "What is behind it" }
                }
            }
            tbody { @for failing in failing { (row(failing, statistics, syllabus, causes)) } }
        }
    }
}

fn row(
    (at, behind): &Failing,
    statistics: &ClassStatistics,
    syllabus: &Syllabus,
    causes: &Causes,
) -> Markup {
    let entry = &syllabus.exercises[at.0];
    let promise = &entry.promises[at.1];
    let ran = statistics.rows.iter().filter(|row| row.cells[at.0].outcome.ran()).count();
    let broken = broken(behind);
    html! {
        tr {
            th scope="row" {
                (words(&promise.name)) " "
                small {
                    (entry.number) " " (entry.title)
                    @if promise.extra { " · your own" }
                }
            }
            td.share {
                (broken) " of " (ran)
                // For the eye only: the numbers say it.
                svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" {
                    rect width=(100 * broken / ran.max(1)) height="4" {}
                }
            }
            td { (most_frequent(behind, causes)) }
        }
    }
}

fn most_frequent(behind: &BTreeMap<Cause, usize>, causes: &Causes) -> Markup {
    let mut behind: Vec<(&Cause, &usize)> = behind.iter().collect();
    behind.sort_by_key(|(cause, count)| (Reverse(**count), *cause));
    let more = behind.len().saturating_sub(CAUSES);
    html! {
        ul.behind {
            @for (cause, count) in behind.iter().take(CAUSES) {
                li {
                    a href={ "#" (causes.anchor(cause)) } { bdi { (words_of(cause)) } }
                    " " small { (count) }
                }
            }
            @if more > 0 { li { small { (more) " more" } } }
        }
    }
}
