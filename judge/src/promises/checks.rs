//! Whether what was promised of a run holds: all of it that does not depend on the type of its value.

use crate::diagnosis::{self, Misconception};
use crate::observed::{Observed, most_at_once, same_items};
use crate::promises::Lines;
use std::fmt::{Debug, Display};
use std::time::Duration;
use verdict::text::{count, list, time};
use verdict::{Fate, Span};

/// What happened instead of what was promised, and what that means, where it is sure.
pub(super) type Breach = (String, Option<Misconception>);

/// What a span does at one moment.
#[derive(Clone, Copy)]
pub(super) enum Moment {
    Begins,
    Completes,
    IsCancelled,
}

impl Moment {
    /// What happened, and what is promised.
    fn words(self) -> [&'static str; 2] {
        match self {
            Moment::Begins => ["began", "begins"],
            Moment::Completes => ["was complete", "is complete"],
            Moment::IsCancelled => ["was cancelled", "is cancelled"],
        }
    }

    fn of(self, span: &Span) -> Option<Duration> {
        match self {
            Moment::Begins => Some(span.start),
            Moment::Completes => (span.fate == Fate::Completed).then_some(span.end),
            Moment::IsCancelled => (span.fate == Fate::Cancelled).then_some(span.end),
        }
    }
}

pub(super) fn takes(seen: &Observed, expected: Duration) -> Result<(), Breach> {
    let took = seen.elapsed;
    if took == expected {
        return diagnosis::slept(seen).map_or(Ok(()), Err);
    }
    let too_long = || {
        diagnosis::moved_the_clock(seen)
            .or_else(|| diagnosis::nothing_overlapped(seen))
            .or_else(|| diagnosis::of(seen))
            .or_else(|| diagnosis::idle(seen))
    };
    let meaning = if took > expected { too_long() } else { None };
    let happened =
        format!("It took {} of simulated time; the promise is {}.", time(took), time(expected));
    Err((happened, meaning))
}

pub(super) fn at_once(seen: &Observed, prefix: &str, expected: usize) -> Result<(), Breach> {
    let spans = seen.spans(prefix);
    let most = most_at_once(&spans);
    if most == expected {
        return Ok(());
    }
    let meaning = match most {
        _ if most >= expected => None,
        0 | 1 => diagnosis::one_after_another(&spans),
        _ => diagnosis::limited(&spans),
    };
    let happened = match most {
        0 => {
            format!(
                "No \"{prefix}\" had begun when it returned; the promise is {expected} at once."
            )
        }
        1 => format!("Only 1 ran at a time; the promise is {expected} at once."),
        n if n < expected => {
            format!("At most {n} were under way at once; the promise is {expected}.")
        }
        n => format!("As many as {n} were under way at once; the promise is {expected}."),
    };
    Err((happened, meaning))
}

pub(super) fn together(seen: &Observed, names: &[&str]) -> Result<(), Breach> {
    let mut spans = Vec::new();
    for name in names {
        match seen.span(name) {
            Some(span) => spans.push(span),
            None => {
                let promised = format!("{} at the same time", list(names, 5));
                return Err(missing(name, &promised, seen));
            }
        }
    }
    if most_at_once(&spans) == spans.len() {
        return Ok(());
    }
    spans.sort_by_key(|span| span.start);
    let happened = format!(
        "{} never{} overlapped; the promise is that they do.",
        list(names, 5),
        if names.len() > 2 { " all" } else { "" }
    );
    Err((happened, diagnosis::one_after_another(&spans)))
}

pub(super) fn moment(
    seen: &Observed,
    name: &str,
    what: Moment,
    at: Duration,
) -> Result<(), Breach> {
    let [happened, promised] = what.words();
    let promised = format!("that it {promised} at {}", time(at));
    let Some(span) = seen.span(name) else { return Err(missing(name, &promised, seen)) };
    match what.of(span) {
        Some(moment) if moment == at => Ok(()),
        Some(moment) => {
            let begun_late = matches!(what, Moment::Begins) && moment > at;
            let by_a_timer =
                || diagnosis::of(seen).or_else(|| diagnosis::begun_by_a_timer(seen, moment));
            Err((
                format!("{name} {happened} at {}; the promise is {}.", time(moment), time(at)),
                if begun_late { by_a_timer() } else { None },
            ))
        }
        None => {
            let fate = match span.fate {
                Fate::Completed => format!("{name} ran to its end at {}", time(span.end)),
                Fate::Cancelled => format!("{name} was cancelled at {}", time(span.end)),
                Fate::Running => format!("When it returned, {name} was still running"),
            };
            Err((
                format!("{fate}; the promise is {promised}."),
                diagnosis::nothing_overlapped(seen),
            ))
        }
    }
}

pub(super) fn never_starts(seen: &Observed, name: &str) -> Result<(), Breach> {
    match seen.span(name) {
        None => Ok(()),
        Some(span) => Err((
            format!("{name} began at {}; the promise is that it never begins.", time(span.start)),
            None,
        )),
    }
}

pub(super) fn says_at(seen: &Observed, at: Duration, lines: Lines<'_>) -> Result<(), Breach> {
    let said: Vec<&str> = seen.said_at(at);
    let (expected, ordered) = match lines {
        Lines::InOrder(lines) => (lines, true),
        Lines::InAnyOrder(lines) => (lines, false),
    };
    let same_lines = same_items(&said, expected);
    if same_lines && (!ordered || said == expected) {
        return Ok(());
    }
    let missing: Vec<String> =
        expected.iter().filter(|l| !said.contains(l)).map(|l| format!("\"{l}\"")).collect();
    let happened = if same_lines {
        format!("At {} the promised lines came in another order: {}.", time(at), quoted(&said))
    } else if !missing.is_empty() {
        format!(
            "At {}, {} of {} {} missing: {}.",
            time(at),
            missing.len(),
            count(expected.len(), "promised line"),
            if missing.len() == 1 { "was" } else { "were" },
            list(&missing, 3)
        )
    } else {
        format!("At {} more was said than promised: {}.", time(at), quoted(&said))
    };
    Err((happened, diagnosis::nothing_overlapped(seen)))
}

pub(super) fn leaves_nothing_running(seen: &Observed) -> Result<(), Breach> {
    diagnosis::unfinished(seen).map_or(Ok(()), Err)
}

// Values as `dyn`: how they are told is compiled once.

pub(super) fn differs(value: Option<&dyn Debug>, expected: &dyn Debug) -> Breach {
    let returned = match value {
        Some(value) => format!("It returned {value:?}; the promise is {expected:?}."),
        None => format!("It returned nothing; the promise is {expected:?}."),
    };
    (returned, None)
}

pub(super) fn failed(error: &dyn Display, expected: &dyn Debug) -> Breach {
    (format!("It failed: \"{error:#}\"; the promise is {expected:?}."), None)
}

pub(super) fn succeeded(value: &dyn Debug) -> Breach {
    (format!("It returned Ok({value:?}); the promise is an error."), None)
}

pub(super) fn says_all(error: &dyn Display, parts: &[&str]) -> Result<(), Breach> {
    let error = format!("{error:#}");
    match parts.iter().find(|part| !error.contains(**part)) {
        None => Ok(()),
        Some(part) => Err((
            format!("Its error reads \"{error}\"; the promise is that it says \"{part}\"."),
            None,
        )),
    }
}

fn missing(name: &str, promised: &str, seen: &Observed) -> Breach {
    // A task that was spawned and not waited for may yet begin.
    let when = if seen.alive == 0 { "never began" } else { "had not begun when it returned" };
    (format!("{name} {when}; the promise is {promised}."), diagnosis::of(seen))
}

fn quoted(lines: &[&str]) -> String {
    let quoted: Vec<String> = lines.iter().map(|line| format!("\"{line}\"")).collect();
    list(&quoted, 5)
}
