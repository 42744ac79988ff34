//! The simulated world that the exercises take place in.
//!
//! Learner code awaits things that take time: a shop that answers, a kettle that boils. Here they
//! take time on tokio's clock. Under a test that clock is paused and jumps from one event to the
//! next, so two seconds pass in no time and exactly; in an exercise's `examples/live.rs` it is the
//! real one.
//!
//! Under a test, everything is also recorded: what began when, what ended how, what was said.

#![warn(missing_docs)]

use recorder::{Recorder, SpanGuard, is_own};
use std::panic::Location;
use std::time::Duration;

/// One second.
pub const SECOND: Duration = Duration::from_secs(1);

/// Waits for something called `name` that takes `takes`, as one waits for a server to answer.
///
/// Nothing happens before the first poll, and dropping the future ends the wait. tokio's timer
/// counts whole milliseconds, so the wait is rounded up to the next one (as
/// [`tokio::time::sleep`] says of itself).
///
/// # Panics
///
/// When polled outside a tokio runtime with time enabled.
#[track_caller]
pub fn fetch(name: impl Into<String>, takes: Duration) -> impl Future<Output = ()> {
    let own = is_own(Location::caller());
    let name = name.into();
    async move {
        let recorder = Recorder::current();
        let takes = recorder.as_ref().and_then(|it| it.time_of(&name)).unwrap_or(takes);
        // A clock is paused, if need be, before the timer is made.
        let span = recorder.map(|recorder| recorder.begin_span(name, own));
        tokio::time::sleep(takes).await;
        if let Some(span) = span {
            span.complete();
        }
    }
}

/// Does `work` under a name: from its first poll to its end it is one bar in the timeline.
#[track_caller]
pub fn span<F: Future>(name: impl Into<String>, work: F) -> impl Future<Output = F::Output> {
    let own = is_own(Location::caller());
    let name = name.into();
    async move {
        let span = Recorder::current().map(|recorder| recorder.begin_span(name, own));
        let result = work.await;
        if let Some(span) = span {
            span.complete();
        }
        result
    }
}

/// Something is held, such as a place: from now until the value is dropped, it is one bar in the timeline.
#[track_caller]
pub fn hold(name: impl Into<String>) -> Held {
    let own = is_own(Location::caller());
    Held(Recorder::current().map(|recorder| recorder.begin_span(name.into(), own)))
}

/// What is held, as [`hold`] says.
#[must_use = "it is held only until it is dropped"]
pub struct Held(Option<SpanGuard>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(span) = self.0.take() {
            span.complete();
        }
    }
}

/// How long `name` takes in a given world: `usually`, unless a test has decided otherwise.
pub fn takes(name: &str, usually: Duration) -> Duration {
    Recorder::current().and_then(|recorder| recorder.time_of(name)).unwrap_or(usually)
}

/// Prints a line, as `println!` does; under a test, records it and when it was said instead.
#[macro_export]
macro_rules! say {
    ($($words:tt)*) => {
        $crate::say(::std::format!($($words)*))
    };
}

/// What [`say!`](macro@say) does with its words once they are put together.
#[track_caller]
pub fn say(line: String) {
    match Recorder::current() {
        Some(recorder) => recorder.said(line, is_own(Location::caller())),
        None => println!("{line}"),
    }
}

/// Work that keeps a processor busy and awaits nothing: `rounds` rounds of mixing, about a
/// nanosecond each. The same number of rounds gives the same result.
///
/// # Panics
///
/// Under a test, when called on the thread that runs the tasks: every other task would stand still
/// meanwhile. (On the real clock it does just that, for you to see.)
pub fn crunch(rounds: u64) -> u64 {
    assert!(
        !Recorder::on_executor(),
        "crunch was called on the thread that runs the tasks: while it works, no task can make \
         progress. Hand it to tokio::task::spawn_blocking"
    );
    // xorshift64: cheap, and no compiler can leave the rounds out.
    (0..rounds).fold(0x9e37_79b9_7f4a_7c15, |mut x: u64, _| {
        x ^= x << 13;
        x ^= x >> 7;
        x ^ (x << 17)
    })
}
