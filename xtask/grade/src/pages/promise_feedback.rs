//! The feedback to one student on the promises of an exercise, with nothing said twice.

use super::excerpt::lines;
use crate::results::{ExerciseEntry, ExerciseResult, NO_REPORT, PromiseEntry, PromiseResult};
use crate::seed::Seed;
use verdict::shared_pictures::Run;
use verdict::{End, Report};

/// How many lines of each are shown.
const SAID: usize = 30;
const PRINTED: usize = 40;

const NOT_TESTED: &str = "It was not put to the test.";

/// A broken promise, or several that broke in the same way. All texts are sanitized, and cut.
pub(super) struct Feedback<'a> {
    pub promises: Vec<&'a PromiseEntry>,
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
pub(super) fn broken<'a>(
    entry: &'a ExerciseEntry,
    result: &'a ExerciseResult,
) -> Vec<Feedback<'a>> {
    let mut feedback: Vec<Feedback> = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<&PromiseResult> = None;
    for (number, promise) in (1..).zip(&entry.promises) {
        let result = result.promises.iter().find(|result| result.name == promise.name);
        if result.is_some_and(PromiseResult::kept) {
            continue;
        }
        match feedback.last_mut() {
            Some(last) if alike(before, result) => last.promises.push(promise),
            _ => {
                let label = format!("promise {number} of {}", entry.promises.len());
                feedback.push(Feedback {
                    promises: vec![promise],
                    happened: happened(result),
                    meaning: meaning(result, before),
                    picture: picture(result, &label, &mut runs),
                    printed: printed(result, before),
                });
            }
        }
        before = result;
    }
    feedback
}

/// The command that shows a student the same at home, with the same inputs; `None` where no promise that
/// was broken draws any. (One without a report may.)
pub(super) fn at_home(
    entry: &ExerciseEntry,
    result: &ExerciseResult,
    seed: Seed,
) -> Option<String> {
    let mut broken = result.promises.iter().filter(|promise| !promise.kept());
    broken
        .any(|promise| promise.report.cases > 0 || !promise.judged)
        .then(|| format!("cargo xtask check {} --seed {seed}", entry.number))
}

/// Whether nothing would be told of the one that is not told of the other.
fn alike(one: Option<&PromiseResult>, other: Option<&PromiseResult>) -> bool {
    let feedback = |result: &PromiseResult| {
        let report = &result.report;
        (report.finding.clone(), Run::new("", report), result.printed.clone())
    };
    one.map(feedback) == other.map(feedback)
}

fn happened(result: Option<&PromiseResult>) -> String {
    let Some(result) = result else { return NOT_TESTED.to_owned() };
    match &result.report.finding {
        Some(finding) => lines(&finding.happened, SAID),
        None => NO_REPORT.to_owned(),
    }
}

fn meaning(result: Option<&PromiseResult>, before: Option<&PromiseResult>) -> String {
    let of = |result: Option<&PromiseResult>| {
        let finding = result.and_then(|result| result.report.finding.as_ref());
        finding.map(|finding| finding.meaning.clone()).unwrap_or_default()
    };
    let meaning = of(result);
    if meaning == of(before) { String::new() } else { lines(&meaning, SAID) }
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
    let at_once = report.end == End::Panicked && report.timeline.end.is_zero();
    !report.timeline.spans.is_empty() && !at_once
}

fn printed(result: Option<&PromiseResult>, before: Option<&PromiseResult>) -> String {
    let of = |result: Option<&PromiseResult>| result.map(|r| r.printed.clone()).unwrap_or_default();
    let printed = of(result);
    if printed == of(before) { String::new() } else { lines(&printed, PRINTED) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::{Points, Status};
    use std::time::Duration;
    use verdict::{Fate, Finding, Span, Timeline};

    #[test]
    fn what_broke_alike_is_told_once() {
        let results = [result("a", "late", 2), result("b", "late", 2), result("c", "late", 3)];
        let shown = feedback(&["a", "b", "c"], results.to_vec());
        let [first, other] = shown.as_slice() else { panic!("{} are told", shown.len()) };
        assert_eq!(first.0, ["a", "b"]);
        assert_eq!((first.1.as_str(), first.2.as_str()), ("late", "what late means"));
        assert_eq!((other.1.as_str(), other.2.as_str()), ("late", ""), "its meaning stands above");
        assert!(matches!(first.3, Picture::New(_)) && matches!(other.3, Picture::New(_)));
    }

    #[test]
    fn a_picture_is_shown_once() {
        let shown = feedback(&["a", "b"], vec![result("a", "late", 2), result("b", "wrong", 2)]);
        assert!(matches!(shown[0].3, Picture::New(_)));
        assert_eq!(shown[1].3, Picture::Shown);
    }

    #[test]
    fn what_nobody_judged_is_broken_whatever_it_says() {
        let mut unjudged = result("a", "", 2);
        (unjudged.judged, unjudged.report.finding) = (false, None);
        let shown = feedback(&["a", "b"], vec![unjudged]);
        assert_eq!([&shown[0].1, &shown[1].1], [NO_REPORT, NOT_TESTED]);
    }

    #[test]
    fn inputs_that_were_drawn_can_be_drawn_at_home() {
        let command = |result: PromiseResult| {
            let result = ExerciseResult {
                key: String::new(),
                status: Status::Ran,
                remarks: Vec::new(),
                diagnostics: String::new(),
                flags: Vec::new(),
                promises: vec![result],
                adjusted: None,
                on_time: None,
            };
            at_home(&entry(&["a"]), &result, Seed::FIXED)
        };
        let mut drawn = result("a", "late", 2);
        assert_eq!(command(drawn.clone()), None);
        drawn.report.cases = 3;
        let expected = format!("cargo xtask check 01 --seed {}", Seed::FIXED);
        assert_eq!(command(drawn.clone()), Some(expected));
        drawn.report.finding = None;
        assert_eq!(command(drawn), None, "it was kept");
    }

    type Shown = (Vec<String>, String, String, Picture);

    fn entry(names: &[&str]) -> ExerciseEntry {
        let promise = |name: &&str| PromiseEntry {
            name: (*name).to_owned(),
            points: Points::whole(1),
            extra: false,
        };
        ExerciseEntry {
            number: "01".to_owned(),
            slug: "gather".to_owned(),
            title: "Gather".to_owned(),
            points: Points::whole(names.len() as u64),
            promises: names.iter().map(promise).collect(),
        }
    }

    fn feedback(names: &[&str], promises: Vec<PromiseResult>) -> Vec<Shown> {
        let result = ExerciseResult {
            key: String::new(),
            status: Status::Ran,
            remarks: Vec::new(),
            diagnostics: String::new(),
            flags: Vec::new(),
            promises,
            adjusted: None,
            on_time: None,
        };
        let entry = entry(names);
        let all = broken(&entry, &result).into_iter().map(|feedback| {
            let names = feedback.promises.iter().map(|promise| promise.name.clone()).collect();
            (names, feedback.happened, feedback.meaning, feedback.picture)
        });
        all.collect()
    }

    fn result(name: &str, happened: &str, seconds: u64) -> PromiseResult {
        let end = Duration::from_secs(seconds);
        let (task, start, fate) = ("task".to_owned(), Duration::ZERO, Fate::Completed);
        let spans = vec![Span { name: task, start, end, fate, panicked: false, own: false }];
        let finding = Finding {
            happened: happened.to_owned(),
            meaning: format!("what {happened} means"),
            misconception: None,
        };
        let timeline = Timeline { spans, end, ..Timeline::default() };
        let report = Report {
            end: End::Done,
            finding: Some(finding),
            timeline,
            panics: Vec::new(),
            panic_expected: false,
            cases: 0,
        };
        PromiseResult { name: name.to_owned(), judged: true, report, printed: String::new() }
    }
}
