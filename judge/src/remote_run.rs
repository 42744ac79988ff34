//! Runs of an answer in another process, which only records them: how they are asked for, and what is sent.
//!
//! Whoever compares can be sure that no code of the answer reads or changes what is expected: there is none
//! of that code in its process. What comes from the other process is text that anybody may have written,
//! and so it is read within bounds. Whoever wants to pass has to send what a right answer does.

use crate::case_run::{CaseRun, FinishedCall, Plan, expects_panics};
use crate::kept::{ask, next_ask, next_record, send};
use crate::observed::Observed;
use crate::scenario::Case;
use crate::watchdog::Stuck;
use std::process::exit;
use verdict::json::{Json, JsonExt, array, number, object, optional};
use verdict::report_protocol::{
    end_from, panics, panics_from, time, time_from, timeline, timeline_from,
};

/// Makes the runs that are asked for, one after another, until nobody asks any more.
pub(crate) fn record(cases: &[Case]) -> ! {
    while let Some(plan) = next_ask().as_deref().and_then(Plan::read) {
        if !plan.is_of(cases) {
            break;
        }
        send(&to_json(&CaseRun::of(plan, cases)));
    }
    exit(0)
}

/// What the other process saw of a run. Where it sends nothing that can be read, there is no verdict.
pub(crate) fn recorded(plan: Plan, cases: &[Case]) -> CaseRun {
    ask(&plan.write());
    match next_record().as_ref().and_then(from_json) {
        Some((mut seen, calls)) => {
            seen.panic_expected = expects_panics(&plan.of(cases));
            CaseRun::from_parts(seen, calls, plan.order())
        }
        None => exit(1),
    }
}

fn to_json(run: &CaseRun) -> Json {
    let (seen, calls) = run.parts();
    let call = |call: &FinishedCall| {
        object([
            ("began", time(call.began)),
            ("took", time(call.took)),
            ("value", optional(call.value.as_deref())),
        ])
    };
    object([
        ("end", Json::String(seen.end.key().to_owned())),
        ("stuck", optional(seen.stuck.map(Stuck::key))),
        ("elapsed", time(seen.elapsed)),
        ("real", time(seen.real)),
        ("asleep", time(seen.asleep)),
        ("alive", number(seen.alive as u64)),
        ("left", number(seen.left as u64)),
        ("is_long", Json::Boolean(seen.is_long)),
        ("timeline", timeline(&seen.timeline)),
        ("panics", panics(&seen.panics)),
        ("calls", array(calls.iter().map(call))),
    ])
}

fn from_json(json: &Json) -> Option<(Observed, Vec<FinishedCall>)> {
    let count = |key| usize::try_from(json.at(key).whole()?).ok();
    let instant = |key| time_from(json.at(key));
    let call = |call: &Json| {
        Some(FinishedCall {
            began: time_from(call.at("began"))?,
            took: time_from(call.at("took"))?,
            value: call.at("value").text().map(str::to_owned),
        })
    };
    let stuck = json.at("stuck").text();
    let seen = Observed {
        end: end_from(json.at("end"))?,
        elapsed: instant("elapsed")?,
        real: instant("real")?,
        timeline: timeline_from(json.at("timeline"))?,
        alive: count("alive")?,
        left: count("left")?,
        asleep: instant("asleep")?,
        is_long: *json.at("is_long") == Json::Boolean(true),
        panics: panics_from(json.at("panics"))?,
        panic_expected: false,
        stuck: Stuck::ALL.into_iter().find(|it| Some(it.key()) == stuck),
    };
    Some((seen, json.at("calls").items().iter().map(call).collect::<Option<_>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case_run::{Calls, Halfway, Order};
    use crate::random::Rng;
    use std::time::Duration;
    use verdict::json::parse;

    const RECORD: &str = r#"{"end":"hung","stuck":"napping","elapsed":7,"real":8,"asleep":9,"alive":1,"left":2,
        "is_long":true,"timeline":{"spans":[{"name":"tea","start":1,"end":2,"fate":"running","own":false}],
        "said":[{"at":1,"line":"two","own":true}],"end":7,"dropped":3},"panics":[{"message":"m","place":null}],
        "calls":[{"began":1,"took":2,"value":"three"},{"began":4,"took":5,"value":null}]}"#;

    fn read(bytes: &[u8]) -> Option<(Observed, Vec<FinishedCall>)> {
        from_json(&parse(bytes)?)
    }

    #[test]
    fn what_is_recorded_is_what_is_read() {
        let Some((seen, calls)) = read(RECORD.as_bytes()) else { panic!("{RECORD}") };
        let run = CaseRun::from_parts(seen, calls, Order::InTurn);
        assert_eq!(Some(to_json(&run)), parse(RECORD.as_bytes()));
    }

    #[test]
    fn a_plan_is_what_is_read_of_it() {
        let half = Duration::from_nanos(1_500_000_500);
        for calls in [
            Calls::Alone(2),
            Calls::InTurn(6),
            Calls::After(130, Halfway::Dropped(half)),
            Calls::After(1, Halfway::Suspended(half)),
            Calls::Beside,
        ] {
            let plan = Plan { case: 3, calls };
            assert_eq!(Plan::read(&plan.write()), Some(plan));
        }
        for line in ["", "alone", "alone 1", "alone 1 x", "dropped 1 2", "beside -1", "else 1"] {
            assert_eq!(Plan::read(line), None, "{line}");
        }
    }

    /// What another process sends may be anything: it is read or it is not, and that is all.
    #[test]
    fn nothing_that_is_sent_stops_the_reader() {
        let mut rng = Rng::new(15);
        for _ in 0..20_000 {
            let mut bytes = RECORD.as_bytes().to_vec();
            for _ in 0..rng.between(1, 4) {
                let at = rng.below(bytes.len());
                let more: &[u8] = match rng.below(5) {
                    0 => b"9007199254740992",
                    1 => b"[",
                    2 => b"\"",
                    3 => &RECORD.as_bytes()[at.min(RECORD.len() / 2)..],
                    _ => &[rng.below(256) as u8],
                };
                match rng.below(3) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.splice(at..at, more.to_vec())),
                    _ => drop(bytes.splice(at..(at + 1).min(bytes.len()), more.to_vec())),
                }
            }
            if let Some((seen, calls)) = read(&bytes) {
                let run = CaseRun::from_parts(seen, calls, Order::InTurn);
                run.general_fault();
                run.into_first();
            }
        }
    }
}
