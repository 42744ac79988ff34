//! A student's report as a page.

use super::excerpt::{line, lines, marked, name};
use super::html_document;
use super::outcome::{Outcome, earned, kept, points, sentence};
use super::promise_feedback::{Feedback, Picture, at_home, broken};
use crate::results::{ExerciseEntry, ExerciseResult, Graded, PromiseEntry, Status, Syllabus};
use crate::seed::Seed;
use maud::{Markup, PreEscaped, html};
use verdict::shared_pictures::{Panel, Run};
use verdict::svg;
use verdict::text::{count, words};

/// How many lines of the compiler's are shown.
pub(super) const DIAGNOSTICS: usize = 150;

/// How many columns of a remark are shown.
pub(super) const REMARK: usize = 400;

pub(super) fn page(syllabus: &Syllabus, graded: &Graded) -> String {
    let name = name(&graded.student);
    let (total, of) = (syllabus.earned(graded), syllabus.points());
    let results: Vec<(&ExerciseEntry, &ExerciseResult)> = results(syllabus, graded).collect();
    let solved = results.iter().filter(|(e, r)| Outcome::of(e, r) == Outcome::Solved).count();
    let body = html! {
        header {
            h1 { bdi { (name) } }
            p.total { b { (total) } " of " (points(of)) }
            p {
                (solved) " of " (count(results.len(), "exercise")) " solved. Every promise \
                that is kept earns its points. Where one is not, you find what happened, what that means and, \
                where there is something to see, a picture of the run: time goes from left to right."
            }
            (remarks(&graded.all_remarks()))
            nav aria-label="Exercises" {
                ol.exercises {
                    @for (entry, result) in &results { li { (summary(entry, result)) } }
                }
            }
        }
        main {
            @for (entry, result) in &results { (exercise(entry, result, graded.seed)) }
        }
    };
    html_document::page(&format!("{name}: {total} of {of}"), include_str!("report.css"), None, body)
}

/// Every exercise that there is a result of, in the order of the course.
pub(super) fn results<'a>(
    syllabus: &'a Syllabus,
    graded: &'a Graded,
) -> impl Iterator<Item = (&'a ExerciseEntry, &'a ExerciseResult)> {
    let result = |entry: &'a ExerciseEntry| Some((entry, graded.exercises.get(&entry.slug)?));
    syllabus.exercises.iter().filter_map(result)
}

fn summary(entry: &ExerciseEntry, result: &ExerciseResult) -> Markup {
    let outcome = Outcome::of(entry, result);
    html! {
        a href={ "#" (entry.slug) } {
            span.mark.(outcome.class()) title=(outcome.meaning()) { (outcome.sign()) }
            span.title { (entry.number) " " (entry.title) }
            span.points { (earned(entry, result)) "/" (entry.points) }
        }
    }
}

fn exercise(entry: &ExerciseEntry, result: &ExerciseResult, seed: Seed) -> Markup {
    let outcome = Outcome::of(entry, result);
    html! {
        section id=(entry.slug) aria-labelledby={ (entry.slug) "-title" } {
            h2 id={ (entry.slug) "-title" } {
                (entry.number) " " (entry.title)
                span.mark.(outcome.class()) {
                    (outcome.sign()) " " (earned(entry, result)) " of " (points(entry.points))
                }
            }
            p { (sentence(entry, result)) }
            (remarks(&result.all_remarks()))
            @if !result.diagnostics.is_empty() {
                (quoted("What the compiler said", &lines(&result.diagnostics, DIAGNOSTICS)))
            }
            @if result.status == Status::Ran {
                @for feedback in &broken(entry, result) { (broken_promise(entry, feedback)) }
                @if let Some(command) = at_home(entry, result, seed) {
                    p.aside { "To see the same at home: " code { (command) } }
                }
                (kept_promises(&kept(entry, result)))
            }
        }
    }
}

fn broken_promise(entry: &ExerciseEntry, feedback: &Feedback) -> Markup {
    html! {
        article {
            @for promise in &feedback.promises {
                h3 { span.mark.u { "✗ broken" } " " (words(&promise.name)) (extra(promise)) }
            }
            p.said dir="auto" { (feedback.happened) }
            @if !feedback.meaning.is_empty() { p.said.meaning dir="auto" { (feedback.meaning) } }
            @match &feedback.picture {
                Picture::New(run) => (picture(entry, run)),
                Picture::Shown => p.aside { "Its run looked like the one above." },
                Picture::Nothing => {},
            }
            @if !feedback.printed.is_empty() {
                p.aside { "Your code printed:" }
                (quoted("What it printed", &feedback.printed))
            }
        }
    }
}

/// The run alone: what is to be said of it stands beside it. Its title and the label of the run, which
/// no other picture of this page has, make its ids its own.
fn picture(entry: &ExerciseEntry, run: &Run) -> Markup {
    let title = format!("{} {}", entry.number, entry.title);
    let panel = Panel { promises: Vec::new(), runs: vec![run.clone()] };
    html! { div.picture { (PreEscaped(svg::draw(&title, &[panel]))) } }
}

fn kept_promises(kept: &[&PromiseEntry]) -> Markup {
    html! {
        @if !kept.is_empty() {
            details {
                summary { span.mark.s { "✓ kept" } " " (count(kept.len(), "promise")) }
                ul {
                    @for promise in kept { li { (words(&promise.name)) (extra(promise)) } }
                }
            }
        }
    }
}

/// What a promise is worth, and where it comes from if not from the course.
fn extra(promise: &PromiseEntry) -> Markup {
    html! {
        " " small { (points(promise.points)) }
        @if promise.extra { " " small.extra { "from your instructor" } }
    }
}

/// Text that keeps its lines. It can be scrolled with the keyboard too.
fn quoted(label: &str, text: &str) -> Markup {
    html! { pre tabindex="0" role="region" aria-label=(label) dir="auto" { (text) } }
}

fn remarks(remarks: &[String]) -> Markup {
    html! {
        @if !remarks.is_empty() {
            ul.remarks {
                @for remark in remarks { li dir="auto" { (marked(&line(remark, REMARK))) } }
            }
        }
    }
}
