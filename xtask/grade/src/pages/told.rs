//! What a student is told of the promises of an exercise, and nothing of it twice.

use super::excerpt::lines;
use crate::model::{Entry, ExerciseResult, PromiseEntry, PromiseResult};
use verdict::panel::Run;
use verdict::{End, Report};

/// How many lines of each are shown.
const SAID: usize = 30;
const PRINTED: usize = 40;

/// What is said of a promise that nothing else is known of.
pub(super) const NO_VERDICT: &str = "Its run ended without a verdict, so it could not be counted.";
const NOT_TESTED: &str = "It was not put to the test.";

/// A broken promise. All texts are tame, and cut.
pub(super) struct Broken<'a> {
    pub promise: &'a PromiseEntry,
    pub happened: String,
    /// What that means; empty where it is not known, or was said of the promise before.
    pub meaning: String,
    pub picture: Picture,
    /// What the student's own code printed; empty where it was shown before.
    pub printed: String,
}

/// What is shown of a run.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Picture {
    /// Nothing: there is nothing to see.
    Nothing,
    New(Run),
    /// It looks like one that was shown.
    Shown,
}

/// The broken promises of an exercise that ran, in the order in which they teach.
pub(super) fn broken<'a>(entry: &'a Entry, result: &'a ExerciseResult) -> Vec<Broken<'a>> {
    let mut told: Vec<Broken> = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<&PromiseResult> = None;
    for (number, promise) in (1..).zip(&entry.promises) {
        let result = result.promises.iter().find(|result| result.name == promise.name);
        if result.is_some_and(PromiseResult::kept) {
            continue;
        }
        let label = format!("promise {number} of {}", entry.promises.len());
        told.push(Broken {
            promise,
            happened: happened(result),
            meaning: meaning(result, before),
            picture: picture(result, &label, &mut runs),
            printed: printed(result, before),
        });
        before = result;
    }
    told
}

fn happened(result: Option<&PromiseResult>) -> String {
    let Some(result) = result else { return NOT_TESTED.to_owned() };
    match &result.report.finding {
        Some(finding) => lines(&finding.happened, SAID),
        None => NO_VERDICT.to_owned(),
    }
}

fn meaning(result: Option<&PromiseResult>, before: Option<&PromiseResult>) -> String {
    let of = |result: Option<&PromiseResult>| {
        result.and_then(|result| result.report.finding.as_ref()).map(|f| f.meaning.clone())
    };
    let meaning = of(result);
    if meaning == of(before) { String::new() } else { lines(&meaning.unwrap_or_default(), SAID) }
}

/// `runs` are those that were shown. That of another promise is the same if only its label differs.
fn picture(result: Option<&PromiseResult>, label: &str, runs: &mut Vec<Run>) -> Picture {
    let Some(report) = result.map(|result| &result.report).filter(|report| worth_it(report)) else {
        return Picture::Nothing;
    };
    let run = Run::new(label, report);
    if runs.iter().any(|shown| shown.timeline == run.timeline) {
        return Picture::Shown;
    }
    runs.push(run.clone());
    Picture::New(run)
}

/// A panic in the first moment has nothing to show.
fn worth_it(report: &Report) -> bool {
    let timeline = &report.timeline;
    !timeline.spans.is_empty() && !(report.end == End::Panicked && timeline.end.is_zero())
}

fn printed(result: Option<&PromiseResult>, before: Option<&PromiseResult>) -> String {
    let of = |result: Option<&PromiseResult>| result.map(|r| r.printed.clone()).unwrap_or_default();
    let printed = of(result);
    if printed == of(before) { String::new() } else { lines(&printed, PRINTED) }
}
