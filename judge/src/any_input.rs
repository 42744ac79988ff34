//! A promise for any input: scenarios that nobody chose by hand, each compared with a model.
//!
//! The cases of an exercise come from a generator, from small to large, all from one seed. The judge makes
//! each call alone; then once more on the same thread, since what the first call left behind must change
//! nothing, sometimes after one that was dropped halfway; then beside others, since calls share nothing.
//! The first case that does not fit is the one that the learner reads about, so it is the smallest.

use crate::case_run::{Calls, CaseRun, Halfway, MAX_REST_FACTOR, Mismatch, Order, Plan};
use crate::diagnosis::{self, Misconception};
use crate::execute::LIMIT;
use crate::kept::{Kept, broken, part, seed};
use crate::model::Observation;
use crate::observed::Observed;
use crate::random::Rng;
use crate::remote_run::{record, recorded};
use crate::run_state::begin_promise;
use crate::scenario::{Case, Scenario};
use std::time::Duration;
use verdict::report_protocol::Part;
use verdict::text::{self, count, list};
use verdict::{Finding, Report};

/// Tries a promise on every case that `cases` draws.
///
/// # Panics
///
/// When one of them does not fit: that fails the test, with a message for the learner.
pub fn any_input(cases: impl FnOnce(&mut Rng) -> Vec<Case>) -> Kept {
    begin_promise();
    let cases = cases(&mut Rng::new(seed()));
    match part() {
        Part::Record => record(&cases),
        Part::All | Part::Compare => try_all(&cases),
    }
}

/// Makes the calls of a plan; where another process does that, asks for them.
fn run(plan: Plan, cases: &[Case]) -> CaseRun {
    match part() {
        Part::Compare => recorded(plan, cases),
        Part::All | Part::Record => CaseRun::of(plan, cases),
    }
}

fn try_all(cases: &[Case]) -> Kept {
    let mut shown: Option<Observed> = None;
    let all = cases.len();
    assert!(all > 0, "there is no case to try");
    // Many calls at once are explained best by a small case, and last: they are the least easy to picture.
    let mut for_many_calls: Vec<(String, usize, Duration)> = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let seen = try_one(cases, index).unwrap_or_else(|mismatch| broken_at(mismatch, index + 1));
        let function = case.function();
        if suits_many_calls(case, &seen) && for_many_calls.iter().all(|(it, ..)| *it != function) {
            for_many_calls.push((function, index, seen.elapsed / 2));
        }
        // A picture of a dozen bars says more than one of none, and than one of hundreds.
        let bars = |seen: &Observed| Some(seen.timeline.spans.len()).filter(|bars| *bars <= 12);
        if shown.as_ref().is_none_or(|shown| bars(&seen) > bars(shown)) {
            shown = Some(seen);
        }
    }
    for (_, case, halfway) in for_many_calls {
        for order in [Halfway::Dropped(halfway), Halfway::Suspended(halfway)] {
            try_after(cases, case, MANY_CALLS, order)
                .unwrap_or_else(|mismatch| broken_at(mismatch, all));
        }
    }
    let seen = shown.expect("there was a case");
    Kept::new(report(seen, None, all))
}

/// How many calls are made at once, to find limits: more than limits of a hundred, or of seven bits, let in.
const MANY_CALLS: usize = 130;

fn broken_at(mismatch: Mismatch, cases: usize) -> ! {
    let (seen, finding) = *mismatch;
    broken(&report(seen, Some(finding), cases))
}

fn report(seen: Observed, finding: Option<Finding>, cases: usize) -> Report {
    let Observed { end, timeline, panics, panic_expected, .. } = seen;
    Report { end, finding, timeline, panics, panic_expected, cases }
}

fn try_one(cases: &[Case], index: usize) -> Result<Observed, Mismatch> {
    let case = &cases[index];
    let alone = if case.once { try_alone(cases, index, 0)? } else { try_twice(cases, index)? };
    let small = alone.timeline.spans.len() <= 12 && alone.elapsed < LIMIT / 12;
    match index % 3 {
        _ if case.once => {}
        0 => try_after(cases, index, 1, Halfway::Dropped(alone.elapsed / 2))?,
        // An answer may count calls.
        1 if small => try_several(cases, Plan { case: index, calls: Calls::InTurn(6) })?,
        _ => {}
    }
    if !case.beside.is_empty()
        && let Err(mismatch) = try_several(cases, Plan { case: index, calls: Calls::Beside })
    {
        // What does not fit alone needs no company to be explained.
        for other in 1..=case.beside.len() {
            try_alone(cases, index, other)?;
        }
        return Err(mismatch);
    }
    Ok(alone)
}

/// Makes the calls; once more, where nothing is wrong but that the thread slept. A busy machine can make
/// that so once, and an answer that sleeps does so again.
fn run_calls(plan: Plan, cases: &[Case]) -> CaseRun {
    let first = run(plan, cases);
    match first.general_fault() {
        Some((_, Some(means))) if first.is_over() && means.key == "blocking" => run(plan, cases),
        _ => first,
    }
}

/// Makes a call twice, and returns what was seen of the first.
fn try_twice(cases: &[Case], case: usize) -> Result<Observed, Mismatch> {
    let plan = Plan { case, calls: Calls::InTurn(2) };
    let (calls, run) = (plan.of(cases), run_calls(plan, cases));
    if run.stops_at_the_first()
        && let Some((happened, means)) = run.general_fault()
    {
        // It came no further than it would alone, and to see that once more takes seconds.
        let input = cases[case].scenario.input();
        return Err(run.mismatch(format!("Tried: {input}. {happened}"), means));
    }
    let Some((happened, means)) = differs(&run, &calls, Order::InTurn, 2) else {
        return Ok(run.into_first());
    };
    let is_cumulative = means.as_ref().is_some_and(|means| CUMULATIVE.contains(&&*means.key));
    if !is_cumulative && (!run.begins_well(&calls) || run.leaves_something()) {
        // What is wrong with the first is told of a call that is alone.
        try_alone(cases, case, 0)?;
    }
    Err(run.mismatch(happened, means))
}

/// Makes one call of a case, by its index in it.
fn try_alone(cases: &[Case], case: usize, index: usize) -> Result<Observed, Mismatch> {
    let plan = Plan { case, calls: Calls::Alone(index) };
    let (calls, run) = (plan.of(cases), run_calls(plan, cases));
    let scenario = calls[0].1;
    let tried = format!("Tried: {}.", scenario.input());
    let (happened, means) = match run.general_fault() {
        Some(fault) => fault,
        None => match run.observations(&calls).first() {
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

/// Whether a case can be tried after many such calls: it is small, since all of them are recorded.
fn suits_many_calls(case: &Case, alone: &Observed) -> bool {
    let small = (1..=8).contains(&alone.timeline.spans.len()) && !alone.is_long;
    // A timer counts whole milliseconds, and each of the many is to come to another one.
    let has_a_middle = alone.elapsed > Duration::from_millis(2 * MANY_CALLS as u64);
    small && has_a_middle && !case.once && comes_halfway(&*case.scenario, alone.elapsed / 2)
}

/// Whether such a call can come halfway in `time`, and there is time for what is then left of it.
fn comes_halfway(scenario: &dyn Scenario, time: Duration) -> bool {
    !time.is_zero() && time * (MAX_REST_FACTOR + 4) < LIMIT && !scenario.call().is_plain()
}

/// Makes a call after so `many` others that came halfway.
fn try_after(cases: &[Case], case: usize, many: usize, halfway: Halfway) -> Result<(), Mismatch> {
    let (Halfway::Dropped(time) | Halfway::Suspended(time)) = halfway;
    if !comes_halfway(&*cases[case].scenario, time) {
        return Ok(());
    }
    let plan = Plan { case, calls: Calls::After(many, halfway) };
    fits(run(plan, cases), &plan.of(cases), plan.order(), many)
}

fn try_several(cases: &[Case], plan: Plan) -> Result<(), Mismatch> {
    let calls = plan.of(cases);
    fits(run_calls(plan, cases), &calls, plan.order(), calls.len())
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
