//! What a broken promise usually means, read off what was seen, and only where that is sure.

use crate::ends::describe;
use crate::execute::Seen;
use std::borrow::Cow;
use std::time::Duration;
use verdict::text::{list, time};
use verdict::{End, Fate, Span};

/// Real time that no virtual run takes by itself, even on a busy machine: its own work is a matter
/// of milliseconds. Stories take whole seconds, so whoever sleeps them for real takes longer.
const NOTICEABLE: Duration = Duration::from_millis(900);

/// A recognised mistake.
pub(crate) struct Misconception {
    /// Its name for machines.
    pub(crate) key: Cow<'static, str>,
    /// What the learner reads.
    pub(crate) meaning: String,
}

/// The mistake behind a run that returned but broke a promise.
pub(crate) fn of<T>(seen: &Seen<T>) -> Option<Misconception> {
    panicked_unnoticed(seen)
        .or_else(|| blocked_the_thread(seen))
        .or_else(|| left_running(seen))
        .or_else(|| never_polled(seen))
}

/// Real time went by while the virtual clock stood still.
fn blocked_the_thread<T>(seen: &Seen<T>) -> Option<Misconception> {
    (seen.real.saturating_sub(seen.elapsed) >= NOTICEABLE).then(|| Misconception {
        key: "blocking".into(),
        meaning: format!(
            "The simulated clock shows {}, and yet {:.1} s of real time went by: something held \
             the thread without an .await (std::thread::sleep, or heavy work). Nothing else can \
             run meanwhile. tokio::time::sleep(…).await waits without holding it.",
            time(seen.elapsed),
            seen.real.as_secs_f64()
        ),
    })
}

fn panicked_unnoticed<T>(seen: &Seen<T>) -> Option<Misconception> {
    let panic = seen.panics.first().filter(|_| !seen.panic_expected)?;
    Some(Misconception {
        key: "panic-unnoticed".into(),
        meaning: format!(
            "{} A panic in a spawned task ends that task alone; whoever awaits its JoinHandle \
             learns of it.",
            sentence(describe(panic))
        ),
    })
}

pub(crate) fn left_running<T>(seen: &Seen<T>) -> Option<Misconception> {
    let running = running_names(&seen.timeline.spans);
    if seen.alive == 0 && running.is_empty() {
        return None;
    }
    if seen.alive == 0 {
        return Some(Misconception {
            key: "left-running".into(),
            meaning: format!(
                "Before it returned, nobody had awaited {} to the end, or dropped it. (Dropping \
                 the JoinHandle of a task does neither: the task goes on.)",
                list(&running, 3)
            ),
        });
    }
    let who = if running.is_empty() { "Work".to_owned() } else { list(&running, 3) };
    Some(Misconception {
        key: "left-running".into(),
        meaning: format!(
            "{who} went on with nobody waiting for it. Dropping a JoinHandle does not stop its \
             task, it only means that nobody will ever ask for its result: await the handle, or \
             abort the task."
        ),
    })
}

/// It returned at once and nothing was ever begun.
fn never_polled<T>(seen: &Seen<T>) -> Option<Misconception> {
    let nothing = seen.timeline.spans.is_empty() && seen.timeline.said.is_empty();
    (seen.end == End::Done && nothing && seen.elapsed.is_zero()).then(|| Misconception {
        key: "never-polled".into(),
        meaning:
            "Nothing ever ran. Calling an async fn only makes a future; it does nothing until \
                  it is awaited (or handed to something that awaits it)."
                .to_owned(),
    })
}

/// Every one of `spans` began only when the one before it had ended.
pub(crate) fn one_after_another(spans: &[&Span]) -> Option<Misconception> {
    let in_turn = spans.windows(2).all(|pair| pair[1].start >= pair[0].end);
    let took_time = spans.iter().all(|span| span.start < span.end);
    let [first, second, ..] = spans else { return None };
    (in_turn && took_time).then(|| Misconception {
        key: "one-after-another".into(),
        meaning: format!(
            "{} began when {} had {}: each was awaited before the next was started.",
            second.name,
            first.name,
            if first.fate == Fate::Cancelled { "been cancelled" } else { "ended" }
        ),
    })
}

/// No two of all spans were ever under way together. Which of them might have been, this cannot
/// know: some need what another gives.
pub(crate) fn nothing_overlapped<T>(seen: &Seen<T>) -> Option<Misconception> {
    let spans: Vec<&Span> = seen.timeline.spans.iter().collect();
    one_after_another(&spans).map(|known| Misconception {
        meaning: format!(
            "Nothing overlapped: {} began only when {} was over, and so on. What does not need \
             the result of another need not wait for it.",
            spans[1].name, spans[0].name
        ),
        ..known
    })
}

pub(crate) fn running_names(spans: &[Span]) -> Vec<&str> {
    spans.iter().filter(|span| span.fate == Fate::Running).map(|span| span.name.as_str()).collect()
}

fn sentence(text: String) -> String {
    if text.ends_with(['.', '!', '?']) { text } else { text + "." }
}
