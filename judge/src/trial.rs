//! A promise for any input: scenarios that nobody chose by hand, each compared with a model.
//!
//! The cases of an exercise come from a generator, from small to large, all from one seed. The judge makes
//! each call alone; then once more on the same thread, since what the first call left behind must change
//! nothing, sometimes after one that was dropped halfway; then beside others, since calls share nothing.
//! The first case that does not fit is the one that the learner reads about, so it is the smallest.

use crate::case_run::{CaseRun, Halfway, MAX_REST_FACTOR, Mismatch, Order};
use crate::diagnosis::{self, Misconception};
use crate::execute::LIMIT;
use crate::kept::{Kept, broken, seed};
use crate::model::Observation;
use crate::observed::Observed;
use crate::random::Rng;
use crate::run_state::begin_promise;
use crate::scenario::{Case, Scenario};
use std::time::Duration;
use verdict::text::{self, count, list};
use verdict::{Finding, Report};

/// Tries a promise on every case that `cases` draws.
///
/// # Panics
///
/// When one of them does not fit: that fails the test, with a message for the learner.
pub fn any_input(cases: impl FnOnce(&mut Rng) -> Vec<Case>) -> Kept {
    begin_promise();
    try_all(cases(&mut Rng::new(seed())))
}

fn try_all(cases: Vec<Case>) -> Kept {
    let mut shown: Option<Observed> = None;
    let all = cases.len();
    assert!(all > 0, "there is no case to try");
    // What a crowd has to tell is told best by a small case, and last: it is the least easy to picture.
    let mut for_many_calls = None;
    for (done, case) in cases.into_iter().enumerate() {
        let seen = try_one(&case, done).unwrap_or_else(|mismatch| broken_at(mismatch, done + 1));
        if for_many_calls.is_none() && suits_many_calls(&case, &seen) {
            for_many_calls = Some((case, seen.elapsed / 2));
        }
        // A picture of a dozen bars says more than one of none, and than one of hundreds.
        let bars = |seen: &Observed| Some(seen.timeline.spans.len()).filter(|bars| *bars <= 12);
        if shown.as_ref().is_none_or(|shown| bars(&seen) > bars(shown)) {
            shown = Some(seen);
        }
    }
    if let Some((case, halfway)) = for_many_calls {
        for order in [Halfway::Dropped(halfway), Halfway::Suspended(halfway)] {
            try_after(&*case.scenario, MANY_CALLS, order)
                .unwrap_or_else(|mismatch| broken_at(mismatch, all));
        }
    }
    let seen = shown.expect("there was a case");
    Kept::new(report(seen, None, all))
}

/// How many calls a crowd is: more than limits of a hundred, or of seven bits, let in.
const MANY_CALLS: usize = 130;

fn broken_at(mismatch: Mismatch, cases: usize) -> ! {
    let (seen, finding) = *mismatch;
    broken(&report(seen, Some(finding), cases))
}

fn report(seen: Observed, finding: Option<Finding>, cases: usize) -> Report {
    let Observed { end, timeline, panics, panic_expected, .. } = seen;
    Report { end, finding, timeline, panics, panic_expected, cases }
}

fn try_one(case: &Case, place: usize) -> Result<Observed, Mismatch> {
    let scenario = &*case.scenario;
    let alone = if case.once { try_alone(scenario)? } else { try_twice(scenario)? };
    let small = alone.timeline.spans.len() <= 12 && alone.elapsed < LIMIT / 12;
    match place % 3 {
        _ if case.once => {}
        0 => try_after(scenario, 1, Halfway::Dropped(alone.elapsed / 2))?,
        // An answer may count calls.
        1 if small => try_several(&[(Duration::ZERO, scenario); 6], Order::InTurn)?,
        _ => {}
    }
    if !case.beside.is_empty() {
        let others = case.beside.iter().map(|(offset, scenario)| (*offset, &**scenario));
        let all: Vec<(Duration, &dyn Scenario)> =
            [(Duration::ZERO, &*case.scenario)].into_iter().chain(others).collect();
        if let Err(mismatch) = try_several(&all, Order::Beside) {
            // What does not fit alone needs no company to be explained.
            for (_, scenario) in &all[1..] {
                try_alone(*scenario)?;
            }
            return Err(mismatch);
        }
    }
    Ok(alone)
}

/// Makes the calls; once more, where nothing is wrong but that the thread slept. A busy machine can make
/// that so once, and an answer that sleeps does so again.
fn tried(calls: &[(Duration, &dyn Scenario)], order: Order) -> CaseRun {
    let run = CaseRun::of(calls, order);
    match run.general_fault() {
        Some((_, Some(means))) if run.is_over() && means.key == "blocking" => {
            CaseRun::of(calls, order)
        }
        _ => run,
    }
}

/// Makes a call twice, and returns what was seen of the first.
fn try_twice(scenario: &dyn Scenario) -> Result<Observed, Mismatch> {
    let calls = [(Duration::ZERO, scenario), (Duration::ZERO, scenario)];
    let run = tried(&calls, Order::InTurn);
    if run.stops_at_the_first()
        && let Some((happened, means)) = run.general_fault()
    {
        // It came no further than it would alone, and to see that once more takes seconds.
        return Err(run.mismatch(format!("Tried: {}. {happened}", scenario.input()), means));
    }
    let Some((happened, means)) = differs(&run, &calls, Order::InTurn, 2) else {
        return Ok(run.into_first());
    };
    let is_cumulative = means.as_ref().is_some_and(|means| CUMULATIVE.contains(&&*means.key));
    if !is_cumulative && (!run.begins_well(&calls) || run.leaves_something()) {
        // What is wrong with the first is told of a call that is alone.
        try_alone(scenario)?;
    }
    Err(run.mismatch(happened, means))
}

fn try_alone(scenario: &dyn Scenario) -> Result<Observed, Mismatch> {
    let run = tried(&[(Duration::ZERO, scenario)], Order::Beside);
    let tried = format!("Tried: {}.", scenario.input());
    let (happened, means) = match run.general_fault() {
        Some(fault) => fault,
        None => match run.observations(&[(Duration::ZERO, scenario)]).first() {
            Some(seen) => match scenario.check(seen) {
                Ok(()) => return Ok(run.seen),
                Err(happened) => {
                    let known = scenario.usually_means(seen);
                    let known =
                        known.map(|(key, meaning)| Misconception { key: key.into(), meaning });
                    let known = diagnosis::braces_as_written(&happened)
                        .or(known)
                        .or_else(|| diagnosis::of(&run.seen))
                        .or_else(|| late(scenario, seen, &run.seen));
                    (happened, known)
                }
            },
            None => ("It did not come to its end.".to_owned(), None),
        },
    };
    Err(run.mismatch(format!("{tried} {happened}"), means))
}

/// What something that began too late, or a return that came too late, waited for.
fn late(scenario: &dyn Scenario, seen: &Observation, run: &Observed) -> Option<Misconception> {
    let expected = scenario.expected()?;
    match expected.begun_late(&seen.spans) {
        Some(span) => diagnosis::begun_late(run, span),
        None if expected.is_of_world(seen) && seen.took > expected.took() => diagnosis::idle(run),
        None => None,
    }
}

/// Whether a case can be tried after a crowd of such calls: it is small, since all of them are recorded.
fn suits_many_calls(case: &Case, alone: &Observed) -> bool {
    let small = (1..=8).contains(&alone.timeline.spans.len()) && !alone.is_long;
    small && !case.once && comes_halfway(&*case.scenario, alone.elapsed / 2)
}

/// Whether such a call can come halfway in `time`, and there is time for what is then left of it.
fn comes_halfway(scenario: &dyn Scenario, time: Duration) -> bool {
    !time.is_zero() && time * (MAX_REST_FACTOR + 4) < LIMIT && !scenario.call().is_plain()
}

/// Makes a call after so `many` others that came halfway.
fn try_after(scenario: &dyn Scenario, many: usize, halfway: Halfway) -> Result<(), Mismatch> {
    let (Halfway::Dropped(time) | Halfway::Suspended(time)) = halfway;
    if !comes_halfway(scenario, time) {
        return Ok(());
    }
    let run =
        CaseRun::after(&vec![scenario; many], &[(Duration::ZERO, scenario)], Order::After(halfway));
    fits(run, &[(Duration::ZERO, scenario)], Order::After(halfway), many)
}

fn try_several(calls: &[(Duration, &dyn Scenario)], order: Order) -> Result<(), Mismatch> {
    fits(tried(calls, order), calls, order, calls.len())
}

fn fits(
    run: CaseRun,
    calls: &[(Duration, &dyn Scenario)],
    order: Order,
    many: usize,
) -> Result<(), Mismatch> {
    match differs(&run, calls, order, many) {
        Some((happened, means)) => Err(run.mismatch(happened, means)),
        None => Ok(()),
    }
}

/// How what was seen of `calls` differs from what is promised, and what that means. `many` is how often a
/// call was made, or how many others there were.
fn differs(
    run: &CaseRun,
    calls: &[(Duration, &dyn Scenario)],
    order: Order,
    many: usize,
) -> Option<(String, Option<Misconception>)> {
    let fault = run.general_fault();
    if let Some((happened, Some(means))) = &fault
        && CUMULATIVE.contains(&&*means.key)
    {
        let mut inputs: Vec<String> = calls.iter().map(|(_, it)| it.input()).collect();
        inputs.dedup();
        return Some((format!("Tried: {}. {happened}", list(&inputs, 3)), Some(means.clone())));
    }
    let happened = fault.map(|(happened, _)| happened);
    let happened = happened.or_else(|| run.differs(calls))?;
    let first = calls.first().map(|(_, scenario)| scenario.input()).unwrap_or_default();
    let (tried, key, meaning) = match order {
        Order::InTurn => (
            format!(
                "Tried {}, one after the other: {first}. The first call was right.",
                if many == 2 { "twice".to_owned() } else { format!("{many} times") }
            ),
            "state-outlives-call",
            "This call started with state from the call before: a static, a thread-local, or something that \
             was not put back. Keep a call's state inside the call.",
        ),
        Order::After(Halfway::Dropped(time)) => (
            match many {
                1 => format!(
                    "Tried after the same call had been dropped at {}: {first}.",
                    text::time(time)
                ),
                _ => format!("Tried after {many} such calls had been dropped halfway: {first}."),
            },
            "state-outlives-call",
            "A dropped call left something behind. The next call used it, or waited for it. Keep a call's \
             state inside the call, and put back what is shared in a guard: code after an .await may never \
             run.",
        ),
        Order::After(Halfway::Suspended(_)) => (
            format!(
                "Tried while {many} other calls are half done and nobody polls them any more: {first}."
            ),
            "shared-between-calls",
            "It waits for another call: for a lock, or for a permit that all calls share. Create the lock or \
             the semaphore inside the call.",
        ),
        Order::Beside => (
            format!(
                "Tried at the same time as {}: {first}. Each of them is right when it is alone.",
                match calls.len() - 1 {
                    1 => "another call".to_owned(),
                    n => count(n, "other call"),
                }
            ),
            "shared-between-calls",
            "Calls that run at the same time share something, such as a static, a lock, a limit or a name. \
             Each call needs its own. Create it inside the call.",
        ),
    };
    let means = Misconception { key: key.into(), meaning: meaning.to_owned() };
    Some((format!("{tried} {happened}"), Some(means)))
}

/// Mistakes that add up: that they show only with several calls says nothing of what calls share.
const CUMULATIVE: [&str; 3] = ["blocking", "blocked-outside", "polling-loop"];
