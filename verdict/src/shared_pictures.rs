//! Groups promises whose runs look the same, so that they share one picture.

use crate::report::{Report, Timeline};

/// Two runs are drawn on one scale unless one took more than so many times as long: the shorter
/// would be a speck.
const MOST_APART: u32 = 10;

/// Promises that share a picture, and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The promises, in the order in which they were given.
    pub promises: Vec<Promised>,
    /// What their runs looked like: one for each answer that was run.
    pub runs: Vec<Run>,
}

/// What became of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// The promise, as a sentence.
    pub words: String,
    /// Whether it was kept.
    pub kept: bool,
    /// What happened instead, of one that was broken. What is true of several one after another is
    /// said of the last of them.
    pub happened: Option<String>,
}

/// What one answer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Whose answer it is.
    pub label: String,
    /// What it did; without a span, nothing was recorded.
    pub timeline: Timeline,
}

impl Run {
    /// The run of a report, as a picture shows it: two that look the same are equal.
    pub fn new(label: &str, report: &Report) -> Run {
        let Timeline { spans, end, dropped, .. } = &report.timeline;
        let (label, said) = (label.to_owned(), Vec::new());
        if spans.is_empty() {
            return Run { label, timeline: Timeline::default() };
        }
        let timeline = Timeline { spans: spans.clone(), said, end: *end, dropped: *dropped };
        Run { label, timeline }
    }
}

/// Panels for these promises, each with the runs of the same answers.
pub fn panels(promises: impl IntoIterator<Item = (Promised, Vec<Run>)>) -> Vec<Panel> {
    let mut panels: Vec<Panel> = Vec::new();
    for (promised, runs) in promises {
        match panels.iter_mut().find(|panel| panel.runs == runs) {
            Some(panel) => {
                if let Some(before) = panel.promises.last_mut()
                    && before.happened == promised.happened
                {
                    before.happened = None;
                }
                panel.promises.push(promised);
            }
            None => panels.push(Panel { promises: vec![promised], runs }),
        }
    }
    panels.iter_mut().for_each(|panel| put_on_one_scale(&mut panel.runs));
    panels
}

/// Lets all pictures end with the one that ends last, so that equal lengths are equal times.
fn put_on_one_scale(runs: &mut [Run]) {
    let longest = runs.iter().map(|run| run.timeline.end).max().unwrap_or_default();
    for run in runs {
        let end = &mut run.timeline.end;
        if end.saturating_mul(MOST_APART) >= longest {
            *end = longest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{End, Fate, Said, Span};
    use std::time::Duration;

    #[test]
    fn promises_whose_runs_look_the_same_share_a_panel() {
        let mut talkative = report(2);
        talkative.timeline.said.push(Said {
            at: Duration::ZERO,
            line: "hello".to_owned(),
            own: false,
        });
        let panels = panels([
            promise("one", [report(2)]),
            promise("two", [report(3)]),
            promise("three", [talkative]),
        ]);
        let shared = panels.iter().map(|p| p.promises.iter().map(|p| p.words.as_str()).collect());
        assert_eq!(shared.collect::<Vec<Vec<_>>>(), [vec!["one", "three"], vec!["two"]]);
    }

    #[test]
    fn what_happened_to_several_is_said_once() {
        let broken = |words, happened: &str| {
            let (promised, runs) = promise(words, [report(1)]);
            (Promised { kept: false, happened: Some(happened.to_owned()), ..promised }, runs)
        };
        let panels = panels([broken("one", "a"), broken("two", "a"), broken("three", "b")]);
        let said = panels[0].promises.iter().map(|promised| promised.happened.as_deref());
        assert_eq!(said.collect::<Vec<_>>(), [None, Some("a"), Some("b")]);
    }

    #[test]
    fn two_runs_are_comparable_unless_one_is_a_speck_beside_the_other() {
        let ends = |a, b| {
            let panels = panels([promise("one", [report(a), report(b)])]);
            let seconds = panels[0].runs.iter().map(|run| run.timeline.end.as_secs());
            seconds.collect::<Vec<_>>()
        };
        assert_eq!(ends(6, 2), [6, 6]);
        assert_eq!(ends(2, 20), [20, 20]);
        assert_eq!(ends(3600, 2), [3600, 2]);
    }

    fn promise<const N: usize>(words: &str, runs: [Report; N]) -> (Promised, Vec<Run>) {
        let promised = Promised { words: words.to_owned(), kept: true, happened: None };
        (promised, runs.iter().map(|report| Run::new("answer", report)).collect())
    }

    fn report(seconds: u64) -> Report {
        let end = Duration::from_secs(seconds);
        let (name, start, fate) = ("task".to_owned(), Duration::ZERO, Fate::Completed);
        let spans = vec![Span { name, start, end, fate, panicked: false, own: false }];
        let timeline = Timeline { spans, end, ..Timeline::default() };
        Report {
            end: End::Done,
            finding: None,
            timeline,
            panics: Vec::new(),
            panic_expected: false,
            cases: 0,
        }
    }
}
