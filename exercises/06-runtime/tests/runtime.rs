//! The promises of `run_report`, a plain function. Most call it from a thread without a runtime, and
//! the clock of the runtime that it starts is simulated: seconds cost nothing.

mod model;

use judge::{Fate, Kept, Run, Span, same_items};
use lab::SECOND;
use runtime::given::Report;
use tokio::time::sleep;

type Outcome = anyhow::Result<Report>;

/// Only here is the answer called, so that another signature is one complaint of the compiler.
fn run_report(ids: &[u32]) -> Outcome {
    runtime::run_report(ids)
}

#[test]
fn the_report_has_every_gauge_in_the_order_asked_for() -> Kept {
    reporting(&[104, 5, 220, 9]).kept()
}

#[test]
fn all_gauges_are_read_at_the_same_time() -> Kept {
    calling(&[31, 150, 32, 151, 33]).at_once("gauge", 5).takes(5 * SECOND).kept()
}

#[test]
fn each_gauge_is_read_once() -> Kept {
    let once = |run: Run<Outcome>, ids: &'static [u32]| {
        run.promises(move |seen| {
            ids.iter().try_for_each(|id| {
                let name = format!("gauge {id}");
                match seen.spans(&name).iter().filter(|span| span.name == name).count() {
                    1 => Ok(()),
                    0 => Err(format!("Gauge {id} was never read; the promise is once.")),
                    n => Err(format!("Gauge {id} was read {n} times; the promise is once.")),
                }
            })
        })
        .kept()
    };
    // Silence is an answer too: nobody calls again.
    once(calling(&[150, 60]), &[150, 60]).and(once(calling(&[13, 8]), &[13]))
}

#[test]
fn a_gauge_that_does_not_answer_is_an_error_that_says_so() -> Kept {
    calling(&[8, 13, 9])
        .usually_means(
            "silence-left-out",
            "A gauge had given an error, and the report was made without it. `?` hands an error \
             to the caller; leaving it out makes a report that looks complete.",
            |seen| matches!(seen.value, Some(Ok(_))),
        )
        .usually_means(
            "cause-thrown-away",
            "The gauge's own error is not part of this one. `?` passes it on; anyhow's `context` \
             puts a line of yours on top of it and keeps it as the cause.",
            |seen| matches!(seen.value, Some(Err(_))),
        )
        .fails_saying(&["gauge 13 does not answer"])
        .kept()
}

#[test]
fn it_can_be_called_again() -> Kept {
    judge::call(|| [run_report(&[3, 107]), run_report(&[13]), run_report(&[101])])
        .promises(|seen| match &seen.value {
            // What the second is to return is another promise.
            Some([first, _, third]) => {
                is_report(first, &[3, 107]).map_err(|it| format!("In the first call: {it}"))?;
                is_report(third, &[101]).map_err(|it| format!("In the third call: {it}"))
            }
            None => Ok(()),
        })
        .kept()
}

#[test]
fn from_within_a_runtime_it_returns_an_error() -> Kept {
    within_a_runtime(&[107, 103])
        .promises(|seen| match &seen.value {
            Some(Err(error)) if format!("{error:#}").to_lowercase().contains("runtime") => Ok(()),
            Some(Err(error)) => Err(format!(
                "Its error reads \"{error:#}\"; the promise is that it has the word \
                 \"runtime\" in it."
            )),
            Some(Ok(_)) => {
                Err("Called from within a runtime, it returned a report; the promise is an error."
                    .to_owned())
            }
            None => Ok(()),
        })
        .kept()
}

#[test]
fn from_within_a_runtime_it_reads_nothing_and_does_not_panic() -> Kept {
    within_a_runtime(&[107, 103])
        .promises(|seen| match &seen.timeline.spans[..] {
            [] => Ok(()),
            [first, ..] => Err(format!(
                "Called from within a runtime, it began to read {}; the promise is that it reads \
                 nothing.",
                first.name
            )),
        })
        .promises(|seen| match &seen.panics[..] {
            [] => Ok(()),
            _ => Err("There was a panic on the way; the promise is none.".to_owned()),
        })
        .usually_means(
            "panic-caught",
            "Starting one runtime within another panics in tokio. Catching that is too late: ask \
             beforehand whether there is a runtime around you.",
            |seen| !seen.panics.is_empty(),
        )
        .takes(SECOND)
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_gauges() -> Kept {
    judge::any_input(model::cases)
}

/// A call from a thread without a runtime.
fn calling(ids: &'static [u32]) -> Run<Outcome> {
    judge::call(move || run_report(ids))
        .usually_means("refused", "It gave that error before any gauge had been called.", |seen| {
            seen.timeline.spans.is_empty() && matches!(seen.value, Some(Err(_)))
        })
        .usually_means(
            "one-after-another",
            "Each gauge was read only when the one before was done: a block_on, or an .await, for \
             each. One runtime and one block_on can wait for all gauges together.",
            |seen| {
                let spans = seen.spans("gauge");
                let in_turn = |pair: &[&Span]| {
                    pair[0].fate == Fate::Completed
                        && pair[1].start < pair[1].end
                        && pair[0].end <= pair[1].start
                };
                spans.len() > 1 && spans.windows(2).all(in_turn)
            },
        )
        .usually_means(
            "called-twice",
            "Every call of read_gauge makes a future of its own, which calls the gauge once more.",
            |seen| {
                let calls = seen.spans("gauge");
                let again =
                    |call: &&Span| calls.iter().filter(|it| it.name == call.name).count() > 1;
                calls.iter().any(again)
            },
        )
        .usually_means(
            "gone-with-the-runtime",
            "A reading was cancelled before its end. block_on waits for its one future only; when \
             the runtime is dropped, all tasks on it are dropped as they are.",
            |seen| {
                seen.value.as_ref().is_some_and(|outcome| {
                    let answered = |span: &Span| span.fate == Fate::Cancelled;
                    outcome.is_ok() && seen.timeline.spans.iter().any(answered)
                })
            },
        )
}

/// The same, where every gauge answers.
fn reporting(ids: &'static [u32]) -> Run<Outcome> {
    calling(ids)
        .promises(move |seen| seen.value.as_ref().map_or(Ok(()), |it| is_report(it, ids)))
        .usually_means(
            "out-of-order",
            "These are the right gauges in another order, perhaps that in which they answered. The \
             report is to have them as they were asked for.",
            move |seen| match &seen.value {
                Some(Ok(report)) => {
                    let gauges = report.gauges();
                    gauges != ids && same_items(&gauges, ids)
                }
                _ => false,
            },
        )
}

/// A call from async code, which goes on afterwards.
fn within_a_runtime(ids: &'static [u32]) -> Run<Outcome> {
    judge::run(move || async move {
        let outcome = run_report(ids);
        sleep(SECOND).await;
        outcome
    })
}

fn is_report(outcome: &Outcome, ids: &[u32]) -> Result<(), String> {
    match outcome {
        Ok(report) if report.gauges() == ids => Ok(()),
        Ok(report) => {
            Err(format!("The report has the gauges {:?}; the promise is {ids:?}.", report.gauges()))
        }
        Err(error) => Err(format!("It failed: \"{error:#}\"; the promise is a report of {ids:?}.")),
    }
}
