//! Diagnoses a broken promise: which misconception explains what was seen. Only where that is certain.

use crate::observed::Observed;
use crate::stuck_messages::location_and_message;
use std::borrow::Cow;
use std::time::Duration;
use verdict::text::{count, list, time};
use verdict::{End, Fate, Span, Timeline};

/// Real time that no virtual run takes by itself, even on a busy machine: its own work is a matter
/// of milliseconds. Stories take whole seconds, so whoever sleeps them for real takes longer.
const NOTICEABLE: Duration = Duration::from_millis(900);

/// For how long the thread that runs tasks may sleep without being told so. A healthy run never sleeps,
/// and neither waiting for a core nor work counts: what is left is a page that comes from a disk, a full
/// pipe, and the error of the measurement.
const MIN_SLEEP: Duration = Duration::from_millis(50);

const ON_ITS_OWN: &str = "A spawned task goes on by itself, and dropping its JoinHandle does not \
                          stop it: await the handle, or abort the task.";

/// A recognised mistake.
#[derive(Clone)]
pub(crate) struct Misconception {
    /// Its name for machines.
    pub(crate) key: Cow<'static, str>,
    /// What the learner reads.
    pub(crate) meaning: String,
}

/// The mistake behind a run that returned but broke a promise.
pub(crate) fn of(seen: &Observed) -> Option<Misconception> {
    moved_the_clock(seen)
        .or_else(|| panicked_unnoticed(seen))
        .or_else(|| blocked_the_thread(seen))
        .or_else(|| left_running(seen, false))
        .or_else(|| never_polled(seen))
}

/// A paused clock counts whole milliseconds, as tokio's timers do, so a time in between is a real one.
pub(crate) fn moved_the_clock(seen: &Observed) -> Option<Misconception> {
    let between = !seen.elapsed.subsec_nanos().is_multiple_of(1_000_000);
    between.then(|| Misconception {
        key: "clock-moved".into(),
        meaning: "The clock went on by real time: no timer of a paused clock ends between two \
                  milliseconds. Leave tokio::time::pause, resume and advance to the test."
            .to_owned(),
    })
}

/// Real time went by while the virtual clock stood still.
fn blocked_the_thread(seen: &Observed) -> Option<Misconception> {
    (seen.real.saturating_sub(seen.elapsed) >= NOTICEABLE).then(|| Misconception {
        key: "blocking".into(),
        meaning: format!(
            "The simulated clock shows {}, and yet {:.1} s of real time went by. Blocking does \
             that (std::thread::sleep, a long computation), and so does work on another thread. \
             tokio::time::sleep(…).await takes simulated time and blocks nothing.",
            time(seen.elapsed),
            seen.real.as_secs_f64()
        ),
    })
}

/// The thread that runs tasks slept for real, if only for a short while.
pub(crate) fn slept(seen: &Observed) -> Option<(String, Option<Misconception>)> {
    if seen.asleep < MIN_SLEEP {
        return None;
    }
    let happened = format!(
        "The thread that runs all tasks was blocked for {:.2} s of real time; the promise is that it is never \
         blocked while a task could go on.",
        seen.asleep.as_secs_f64()
    );
    let meaning = "Something blocks the thread, such as std::thread::sleep: nothing else can run \
                   meanwhile. tokio::time::sleep(…).await waits and blocks nothing.";
    Some((happened, Some(Misconception { key: "blocking".into(), meaning: meaning.to_owned() })))
}

/// Something goes on when the answer is over.
pub(crate) fn unfinished(seen: &Observed) -> Option<(String, Option<Misconception>)> {
    let running = running_names(seen);
    let happened = match (seen.alive, seen.left, &running[..]) {
        (0, 0, []) => return None,
        (0, 0, _) => format!(
            "When it returned, {} {} still running; the promise is that nothing is.",
            list(&running, 3),
            if running.len() == 1 { "was" } else { "were" }
        ),
        (0, n, _) => format!(
            "When it returned, {} that it had started {} still there; the promise is none.",
            count(n, "thread"),
            if n == 1 { "was" } else { "were" }
        ),
        (n, _, _) => format!(
            "When it returned, {} {} still running; the promise is none.",
            count(n, "spawned task"),
            if n == 1 { "was" } else { "were" }
        ),
    };
    Some((happened, left_running(seen, true)))
}

fn panicked_unnoticed(seen: &Observed) -> Option<Misconception> {
    let panic = seen.panics.first().filter(|_| !seen.panic_expected)?;
    Some(Misconception {
        key: "panic-unnoticed".into(),
        meaning: format!(
            "There was a panic{} A panic in a spawned task ends only that task; awaiting \
             its JoinHandle gives it as an Err.",
            sentence(location_and_message(panic))
        ),
    })
}

/// What goes on after the return. Whoever has `already_counted` how many tasks that are need not hear it again.
pub(crate) fn left_running(seen: &Observed, already_counted: bool) -> Option<Misconception> {
    let running = running_names(seen);
    let names = list(&running, 3);
    let meaning = match (seen.alive, &running[..]) {
        (0, []) if seen.left > 0 => {
            return Some(Misconception {
                key: "thread-left".into(),
                meaning: "A thread (std::thread, spawn_blocking) goes on by itself, and nothing can stop \
                          it from outside: wait for its end, or let it end when nobody needs it any more."
                    .to_owned(),
            });
        }
        (0, []) => return None,
        (0, names_of) => format!(
            "Nobody had awaited {names} to the end or cancelled {}. A sleep of the \
             same length does neither, nor does dropping a JoinHandle.",
            if names_of.len() == 1 { "it" } else { "them" }
        ),
        (_, []) if already_counted => ON_ITS_OWN.to_owned(),
        (n, []) => format!("It did not wait for {}. {ON_ITS_OWN}", count(n, "spawned task")),
        (_, _) => format!("It did not wait for {names}. {ON_ITS_OWN}"),
    };
    Some(Misconception { key: "left-running".into(), meaning })
}

/// It returned at once and nothing was ever begun.
fn never_polled(seen: &Observed) -> Option<Misconception> {
    let nothing = seen.timeline.spans.is_empty() && seen.timeline.said.is_empty();
    (seen.end == End::Done && nothing && seen.elapsed.is_zero()).then(|| Misconception {
        key: "never-polled".into(),
        meaning:
            "Nothing that takes time ever began. If you called an async fn: a call only makes a \
                  future, which does nothing until it is awaited, alone or with others."
                .to_owned(),
    })
}

/// One of `spans` began only when another had ended, where they were to be under way together.
pub(crate) fn one_after_another(spans: &[&Span]) -> Option<Misconception> {
    Some(Misconception {
        key: "one-after-another".into(),
        meaning: format!(
            "{}. Either you awaited one before you started the next, or something that they share, \
             such as a lock, lets only one go on at a time.",
            waited(spans)?
        ),
    })
}

/// The same where some were under way together, but never as many as could be.
pub(crate) fn limited(spans: &[&Span]) -> Option<Misconception> {
    Some(Misconception {
        key: "limited".into(),
        meaning: format!(
            "{}: something limits how many are under way, or they come in batches.",
            waited(spans)?
        ),
    })
}

/// Which began only when which had ended: `task 2 began only when task 1 had ended`.
fn waited(spans: &[&Span]) -> Option<String> {
    let (first, second) = spans.iter().enumerate().find_map(|(i, second)| {
        let before = spans[..i].iter().filter(|first| in_turn(first, second));
        Some((*before.max_by_key(|first| first.end)?, *second))
    })?;
    let ended = if first.fate == Fate::Cancelled { "been cancelled" } else { "ended" };
    Some(format!("{} began only when {} had {ended}", second.name, first.name))
}

/// No two of all spans were ever under way together. Which of them might have been, this cannot
/// know: some need what another gives.
pub(crate) fn nothing_overlapped(seen: &Observed) -> Option<Misconception> {
    let spans = &seen.timeline.spans;
    let [first, second, rest @ ..] = &spans[..] else { return None };
    let all_in_turn = spans.windows(2).all(|pair| in_turn(&pair[0], &pair[1]));
    (all_in_turn && seen.timeline.dropped == 0).then(|| Misconception {
        key: "one-after-another".into(),
        meaning: format!(
            "Nothing overlapped: {} began only when {} was over{}. Two pieces of work can \
             overlap when neither needs the other's result.",
            second.name,
            first.name,
            if rest.is_empty() { "" } else { ", and so on" }
        ),
    })
}

fn in_turn(first: &Span, second: &Span) -> bool {
    let took_time = first.start < first.end && second.start < second.end;
    took_time && first.end <= second.start
}

/// Nothing was under way for a while, and yet time went on: only timers move the simulated clock.
pub(crate) fn idle(seen: &Observed) -> Option<Misconception> {
    let Timeline { spans, dropped, .. } = &seen.timeline;
    if spans.is_empty() || *dropped > 0 {
        return None;
    }
    let mut busy_until = Duration::ZERO;
    let mut gap = None;
    for span in spans {
        if span.start > busy_until {
            gap = gap.or(Some((busy_until, span.start)));
        }
        busy_until = busy_until.max(span.end);
    }
    let at_the_end = (busy_until < seen.elapsed).then_some((busy_until, seen.elapsed));
    let (from, to) = gap.or(at_the_end)?;
    Some(waited_for_a_timer(format!(
        "From {} to {} nothing in the timeline was under way, and still it waited: for a timer, \
         such as a sleep.",
        time(from),
        time(to)
    )))
}

/// Something began at a moment at which nothing ended, so that it was no result that set it off.
pub(crate) fn begun_by_a_timer(seen: &Observed, at: Duration) -> Option<Misconception> {
    let ended = seen.timeline.spans.iter().any(|span| span.end == at);
    (!ended && seen.timeline.dropped == 0 && !at.is_zero()).then(|| {
        waited_for_a_timer(format!(
            "Nothing in the timeline ended at {}: what it waited for was a timer, such as a sleep.",
            time(at)
        ))
    })
}

/// A span began later than it could have.
pub(crate) fn begun_late(seen: &Observed, late: &Span) -> Option<Misconception> {
    let before = seen.world().filter(|span| span.end == late.start && span.start < span.end);
    match before.last() {
        Some(first) => one_after_another(&[first, late]),
        None if seen.timeline.dropped > 0 || late.start.is_zero() => None,
        None => Some(waited_for_a_timer(format!(
            "Nothing in the timeline ended at {}, so it did not wait for other work: a timer set it off, such \
             as a sleep, or a message that came then.",
            time(late.start)
        ))),
    }
}

/// The error that `happened` quotes has the name of a variable in braces.
pub(crate) fn braces_as_written(happened: &str) -> Option<Misconception> {
    let (_, error) = happened.split_once("Its error reads \"")?;
    let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || "_.:?#".contains(c));
    let in_braces = |part: &str| part.split_once('}').is_some_and(|(name, _)| is_name(name));
    error.split('{').skip(1).any(in_braces).then(|| Misconception {
        key: "braces-as-written".into(),
        meaning: "The braces stand there as you wrote them: a plain string puts no values in. \
                  `format!(\"order {id}\")` does, and so does `.with_context(|| format!(\"order {id}\"))`."
            .to_owned(),
    })
}

fn waited_for_a_timer(meaning: String) -> Misconception {
    Misconception { key: "waited-for-a-timer".into(), meaning }
}

fn running_names(seen: &Observed) -> Vec<&str> {
    seen.world().filter(|span| span.fate == Fate::Running).map(|span| span.name.as_str()).collect()
}

fn sentence(text: String) -> String {
    if text.ends_with(['.', '!', '?']) { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::braces_as_written;

    #[test]
    fn names_in_braces_are_told_from_other_braces() {
        for (error, is_so) in [
            ("transfer from {from} to {to}: not enough money", true),
            ("attempt {}: static", true),
            ("loading castle.csv: {\"code\": 7}", false),
            ("loading castle.csv", false),
        ] {
            let happened = format!("Its error reads \"{error}\"; the promise is another.");
            assert_eq!(braces_as_written(&happened).is_some(), is_so, "{error}");
        }
        assert!(braces_as_written("It returned \"{from}\".").is_none());
    }
}
