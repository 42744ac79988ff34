//! What must be seen of `serve` for whatever calls: a generator of offices, and what becomes of each of
//! their callers. Of somebody who hangs up, the look-up may be broken off, or waited for as well.

use super::{Caller, Outcome, bulky, open_with_room, small, tell};
use judge::{Call, Case, Expected, Fate, Observation, Rng, Scenario, Span, time};
use std::time::Duration;

const HOUR: u64 = 3_600_000;

/// Offices that nobody calls to offices that hundreds call at once, with two others beside each; then
/// some whose callers hang up; and quiet hours and days.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (n, size) in [0, 0, 1, 1, 2, 2, 3, 3, 5, 8, 13, 40].into_iter().enumerate() {
        let within = [0, 900, 9_000][n % 3];
        // Of these, two may ask about the same.
        let [first, second, third] =
            [size, 2, 5].map(|size| office(rng, size, within, "", Gone::Nobody));
        let case = Case::new(first).beside(rng.time(1, 900), second);
        cases.push(case.beside(rng.time(1, 9_000), third));
    }
    for (n, size) in [1, 1, 2, 2, 2, 3, 3, 3, 5, 8, 13, 40].into_iter().enumerate() {
        let gone = [Gone::First, Gone::Last, Gone::Some, Gone::All][n % 4];
        let within = [0, 900, 9_000][n % 3];
        let [first, second, third] =
            ["a ", "b ", "c "].map(|tag| office(rng, size, within, tag, gone));
        let case = Case::new(first).beside(rng.time(1, 900), second);
        cases.push(case.beside(rng.time(1, 9_000), third));
    }
    // Before anybody looks, one has hung up, all have called, and no more can come.
    let mut closed = office(rng, 3, 0, "a ", Gone::Nobody);
    closed.calls[0] = small("a cap", 0).hangs_up_after(0);
    closed.calls.iter_mut().for_each(|call| call.at = Duration::ZERO);
    (closed.room, closed.closing) = (1_024, Duration::ZERO);
    cases.push(Case::new(closed));
    // Each of these calls comes at the moment at which answers go.
    let mut meet = office(rng, 60, 0, "", Gone::Nobody);
    for (n, call) in meet.calls.iter_mut().enumerate() {
        *call = small(format!("cap {n}"), 2_000 * (n as u64 / 2));
    }
    cases.push(Case::new(meet).once());
    for hours in [1, 25, 600] {
        let quiet = rng.time(hours * HOUR, (hours + 1) * HOUR);
        let mut calls = office(rng, 3, 900, "", Gone::Nobody);
        calls.calls[2].at += quiet;
        let mut closes = office(rng, 2, 900, "a ", Gone::Last);
        closes.closing += quiet;
        cases.extend([Case::new(calls).once(), Case::new(closes).once()]);
    }
    let mut crowd = office(rng, 1_020, 0, "", Gone::Nobody);
    (crowd.room, crowd.closing) = (1_024, Duration::ZERO);
    cases.push(Case::new(crowd).once());
    cases
}

/// Who hangs up.
#[derive(Clone, Copy)]
enum Gone {
    Nobody,
    First,
    Last,
    Some,
    All,
}

/// Callers, and until when the channel stays open, if that is longer than until the last call.
struct Office {
    calls: Vec<Caller>,
    closing: Duration,
    room: usize,
    /// What the name of each item begins with.
    tag: &'static str,
}

fn office(rng: &mut Rng, size: usize, within: u64, tag: &'static str, gone: Gone) -> Office {
    let first = if rng.one_in(3) { 0 } else { rng.between(1, 2_000) };
    let calls: Vec<Caller> = (0..size)
        .map(|n| {
            let hangs_up = match gone {
                Gone::Nobody => false,
                Gone::First => n == 0,
                Gone::Last => n + 1 == size,
                Gone::Some => rng.one_in(2),
                Gone::All => true,
            };
            let at = first + rng.between(0, within);
            caller(rng, n, at, tag, hangs_up)
        })
        .collect();
    let last = calls.iter().map(|call| call.at).max().unwrap_or_default();
    let closing = match rng.between(0, 2) {
        0 => Duration::ZERO,
        1 => last + rng.time(1, 4_999),
        _ => last + rng.time(6_000, 90_000),
    };
    Office { calls, closing, room: rng.one_of(&[1, 4, 1_024]), tag }
}

fn caller(rng: &mut Rng, n: usize, at: u64, tag: &str, hangs_up: bool) -> Caller {
    let what = rng.one_of(&["hat", "ring", "map", ""]);
    // Who may hang up asks about something of their own, so that it is known whose look-up is whose.
    let name = if tag.is_empty() { what.to_owned() } else { format!("{tag}{what} {n}") };
    let call = if rng.one_in(2) { small(name, at) } else { bulky(name, at) };
    if !hangs_up {
        return call;
    }
    let takes = call.item().takes().as_millis() as u64;
    // At once, while it is looked up, or only after the answer.
    let longest = match rng.between(0, 5) {
        0 | 1 => return call.hangs_up_after(0),
        2 => return call.hangs_up_after(takes + rng.between(1, 900)),
        _ => takes - 1,
    };
    call.hangs_up_after(rng.between(1, longest))
}

impl Office {
    fn hangs_up_on(&self) -> bool {
        self.calls.iter().any(|call| call.gone_at().is_some())
    }

    /// When the channel is closed and nobody waits for an answer any more.
    fn over(&self) -> Duration {
        let mut over = self.closing;
        for call in &self.calls {
            over = over.max(call.gone_at().unwrap_or(call.due()));
        }
        over
    }

    /// What it returns, and what becomes of each caller, a line each.
    fn day(&self) -> Vec<String> {
        let mut answered = 0;
        let mut lines = vec![String::new()];
        for call in &self.calls {
            let outcome = match call.gone_at() {
                Some(_) => Outcome::HungUp,
                None => Outcome::Told(call.name.clone(), call.due()),
            };
            answered += usize::from(call.gone_at().is_none());
            lines.push(tell(call, &outcome));
        }
        lines[0] = format!("{answered}");
        lines
    }
}

/// Where a day differs from what it was to be.
fn compare(seen: &str, promised: &[String]) -> Result<(), String> {
    let seen: Vec<&str> = seen.lines().collect();
    for (seen, promised) in seen.iter().zip(promised).skip(1) {
        if seen != promised {
            return Err(format!("{seen}. The promise: {promised}."));
        }
    }
    if seen[0] == promised[0] {
        return Ok(());
    }
    Err(format!(
        "It returned {}, but the number of callers who got their answer is {}.",
        seen[0], promised[0]
    ))
}

impl Scenario for Office {
    fn input(&self) -> String {
        let mut told = Vec::new();
        for call in self.calls.iter().take(5) {
            let item = if call.bulky { "bulky" } else { "small" };
            let gone = match call.hangs_up {
                Some(wait) => format!(", hangs up after {}", time(wait)),
                None => String::new(),
            };
            told.push(format!("{item} \"{}\" at {}{gone}", call.name, time(call.at)));
        }
        let more = self.calls.len() - told.len();
        if more > 0 {
            told.push(format!("{more} more"));
        }
        let closes = match self.closing {
            Duration::ZERO => "with the last call".to_owned(),
            at => format!("at {}", time(at)),
        };
        let calls = if told.is_empty() { "no calls".to_owned() } else { told.join("; ") };
        format!("serve(room for {}, closed {closes}), {calls}", self.room)
    }

    fn call(&self) -> Call {
        let (room, closing, calls) = (self.room, self.closing, self.calls.clone());
        Call::new(move || async move {
            let day = open_with_room(room, closing, calls).await;
            let mut told = format!("{}", day.answered);
            for (call, outcome) in &day.calls {
                told += "\n";
                told += &tell(call, outcome);
            }
            told
        })
    }

    fn expected(&self) -> Option<Expected> {
        if self.hangs_up_on() {
            return None;
        }
        let mut expected = Expected::new();
        for call in &self.calls {
            expected.completes(format!("look-up of {}", call.name), call.at, call.due());
        }
        let day = self.day();
        expected.returns_what(self.over(), move |seen| compare(seen, &day));
        Some(expected)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        if let Some(expected) = self.expected() {
            return expected.compare(seen);
        }
        self.each_is_looked_up_once(&seen.spans)?;
        compare(seen.value.as_deref().unwrap_or_default(), &self.day())?;
        let over = self.over();
        let waits_for_it = |call: &Caller| seen.took > over && seen.took == call.due();
        if seen.took == over || self.calls.iter().any(waits_for_it) {
            return Ok(());
        }
        Err(format!(
            "It returned at {}; the promise is {}, when the channel is closed and nobody waits for an \
             answer any more, or with the last look-up.",
            time(seen.took),
            time(over)
        ))
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let mut late: Vec<&Span> = seen.spans.iter().collect();
        late.retain(|span| !self.calls.iter().any(|call| call.at == span.start));
        // Each that began late did so when one of its name had been completed.
        let waits = |span: &&Span| {
            let before = |it: &Span| {
                it.name == span.name && it.end == span.start && it.fate == Fate::Completed
            };
            seen.spans.iter().any(before)
        };
        // Where two of one name ever went on together, it is a limit that made others wait.
        let together = seen.spans.iter().enumerate().any(|(n, one)| {
            let overlaps =
                |it: &Span| it.name == one.name && it.start < one.end && one.start < it.end;
            seen.spans[..n].iter().any(overlaps)
        });
        let sure = !late.is_empty() && late.iter().all(waits) && !together;
        sure.then(|| {
            let means = "Two asked about the same thing, and the second look-up began only when the first \
                         was over. Each call is a piece of work of its own, whatever it is about.";
            ("waited-for-a-namesake", means.to_owned())
        })
    }

    fn owns(&self, span: &str) -> bool {
        span.strip_prefix("look-up of ").is_some_and(|item| item.starts_with(self.tag))
    }
}

impl Office {
    fn each_is_looked_up_once(&self, look_ups: &[Span]) -> Result<(), String> {
        let mut left: Vec<&Span> = look_ups.iter().collect();
        for call in &self.calls {
            let name = format!("look-up of {}", call.name);
            let gone = call.gone_at();
            let Some(at) = left.iter().position(|span| span.name == name) else {
                // Who hangs up at once may be gone before the request is received.
                if gone == Some(call.at) {
                    continue;
                }
                return Err(format!("{name} never began; the promise is {}.", time(call.at)));
            };
            let span = left.swap_remove(at);
            let (from, due) = (time(span.start), time(call.due()));
            if span.start != call.at {
                return Err(format!("{name} began at {from}; the promise is {}.", time(call.at)));
            }
            let whole = span.fate == Fate::Completed && span.end == call.due();
            let broken_off = span.fate == Fate::Cancelled && gone.is_some_and(|at| at <= span.end);
            if !whole && !broken_off {
                let end = time(span.end);
                return Err(format!("{name} was broken off at {end}; the promise is {due}."));
            }
        }
        match left.first() {
            Some(span) => Err(format!("{} began again at {}.", span.name, time(span.start))),
            None => Ok(()),
        }
    }
}
