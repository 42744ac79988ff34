//! What happened when, on the clock of the runtime that it happened in.
//!
//! A crate of its own, on which the lab and the judge stand: an answer, which can name the lab, cannot
//! name this, and so has no way to record elsewhere or to end the recording.
//!
//! A recorder belongs to threads, not to a process: tests that run side by side each have their
//! own. The judge makes one, has the threads of its runtime [enter](Recorder::enter) it, and takes
//! the [timeline](Recorder::timeline). Without a recorder, nothing is recorded.

#![warn(missing_docs)]

use std::cell::RefCell;
use std::panic::Location;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;
use tokio::runtime::{self, Handle};
use tokio::time::{Instant, pause};
use verdict::{Fate, Said, Span, Timeline};

/// How many spans, and how many lines, a recorder keeps. A picture shows a few dozen; an answer
/// that loops for ever must not fill the memory.
const MAX_RECORDED: usize = 2_500;

/// How much of one name or line is kept, in bytes.
const MAX_BYTES: usize = 400;

/// Records spans and lines. Clones record into the same timeline.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Shared>);

#[derive(Default)]
struct Shared {
    zero: OnceLock<Instant>,
    /// Whether the clock is that of whatever runtime a thread is in.
    any_runtime: bool,
    /// How long named spans of the given world take here, where a test decides that.
    times: Vec<(String, Duration)>,
    /// What is done as soon as the first span has its moment.
    at_first_span: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    /// How many things have been recorded.
    events: AtomicU64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    spans: Vec<OpenSpan>,
    /// When a panic last dropped one.
    unwound: Option<Duration>,
    said: Vec<Said>,
    /// How many of each there are of the given world and, second, of the answer's own.
    span_counts: [usize; 2],
    line_counts: [usize; 2],
    latest: Duration,
    dropped: usize,
    phase: Phase,
    clocks: Vec<Clock>,
}

/// The clock of a runtime that the answer started, where `any_runtime` holds.
struct Clock {
    runtime: runtime::Id,
    paused_at: Instant,
    /// Where the timeline was then.
    shows: Duration,
}

/// How much of what happens still belongs to the story.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Phase {
    /// All of it.
    #[default]
    Open,
    /// The answer has returned: only what it had dropped by then is still noted. An aborted task
    /// gives up its future one turn after the abort.
    Returned,
    /// Nothing: the runtime is being taken down.
    Closed,
}

struct OpenSpan {
    name: String,
    start: Duration,
    end: Option<(Duration, Fate)>,
    panicked: bool,
    own: bool,
}

#[derive(Clone)]
struct ThreadRecorder {
    recorder: Recorder,
    on_executor: bool,
}

thread_local! {
    static THREAD_RECORDER: RefCell<Option<ThreadRecorder>> = const { RefCell::new(None) };
}

impl Recorder {
    /// A recorder of nothing yet.
    pub fn new() -> Recorder {
        Recorder::default()
    }

    /// A recorder for code that starts its runtimes itself. The clock of each is paused when the
    /// first span begins or the first line is said in it, and takes up where the timeline is: the
    /// times of two runtimes, one after the other, add up. Times are told in whole tenths of a
    /// second. It needs no [`start_clock`](Recorder::start_clock).
    ///
    /// Such a span must begin before the timers that it waits for are made, as those of
    /// the lab's `span` do: a clock that was paused in between would end them a little early.
    pub fn of_any_runtime() -> Recorder {
        Recorder(Arc::new(Shared { any_runtime: true, ..Shared::default() }))
    }

    /// As [`of_any_runtime`](Recorder::of_any_runtime), and the thread that begins the first span then
    /// calls `at_first_span`, which may wait in real time: the clock stands.
    pub fn of_any_runtime_then(at_first_span: impl FnOnce() + Send + 'static) -> Recorder {
        let at_first_span = Mutex::new(Some(Box::new(at_first_span) as Box<_>));
        Recorder(Arc::new(Shared { any_runtime: true, at_first_span, ..Shared::default() }))
    }

    /// A recorder in whose world the spans of these names take these times, whatever they take
    /// elsewhere.
    pub fn with_times(times: Vec<(String, Duration)>) -> Recorder {
        Recorder(Arc::new(Shared { times, ..Shared::default() }))
    }

    /// How long the span `name` takes in this recorder's world, where a test has decided that.
    pub fn time_of(&self, name: &str) -> Option<Duration> {
        self.0.times.iter().find(|(known, _)| known == name).map(|(_, takes)| *takes)
    }

    /// How many things have been recorded so far: a run in which this number grows makes progress.
    pub fn events(&self) -> u64 {
        self.0.events.load(Relaxed)
    }

    /// Makes this thread record here from now on. `on_executor` says whether the thread runs
    /// tasks, as opposed to a thread for blocking work.
    pub fn enter(&self, on_executor: bool) {
        THREAD_RECORDER.set(Some(ThreadRecorder { recorder: self.clone(), on_executor }));
    }

    /// Sets the zero of the timeline to now. To be called in the runtime whose clock counts.
    pub fn start_clock(&self) {
        self.0.zero.get_or_init(Instant::now);
    }

    /// The recorder of this thread, if it has one.
    pub fn current() -> Option<Recorder> {
        // During the thread's own end the seat is gone; nothing is recorded then.
        THREAD_RECORDER
            .try_with(|slot| Some(slot.borrow().as_ref()?.recorder.clone()))
            .ok()
            .flatten()
    }

    /// Whether this thread runs the tasks of a recorded run.
    pub fn on_executor() -> bool {
        THREAD_RECORDER.with(|slot| slot.borrow().as_ref().is_some_and(|slot| slot.on_executor))
    }

    /// The time since [`start_clock`](Recorder::start_clock), by the clock of the runtime that
    /// this thread is in.
    pub fn now(&self) -> Duration {
        if self.0.any_runtime {
            return self.now_in_any_runtime();
        }
        self.0.zero.get().map_or(Duration::ZERO, Instant::elapsed)
    }

    fn now_in_any_runtime(&self) -> Duration {
        let mut state = self.state();
        // Outside of a runtime, nothing moves the simulated time.
        let Ok(handle) = Handle::try_current() else { return state.latest };
        let runtime = handle.id();
        if let Some(clock) = state.clocks.iter().find(|clock| clock.runtime == runtime) {
            return clock.shows + whole_tenths(clock.paused_at.elapsed());
        }
        pause();
        let shows = state.latest;
        state.clocks.push(Clock { runtime, paused_at: Instant::now(), shows });
        shows
    }

    /// Begins a span now. `own` is as in [`Span::own`].
    pub fn begin_span(self, name: String, own: bool) -> SpanGuard {
        let start = self.now();
        self.0.events.fetch_add(1, Relaxed);
        let mut state = self.state();
        // What an answer records for itself takes no room from the given world's.
        let kept = state.span_counts[usize::from(own)];
        let index = if state.phase != Phase::Open {
            None
        } else if kept == MAX_RECORDED {
            state.dropped += 1;
            None
        } else {
            state.latest = state.latest.max(start);
            state.span_counts[usize::from(own)] += 1;
            state.spans.push(OpenSpan {
                name: shorten(name),
                start,
                end: None,
                panicked: false,
                own,
            });
            Some(state.spans.len() - 1)
        };
        drop(state);
        let first = self.0.at_first_span.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(at_first_span) = first {
            at_first_span();
        }
        SpanGuard { recorder: self, index }
    }

    /// Notes a line that is said now. `own` is as in [`Said::own`].
    pub fn said(&self, line: String, own: bool) {
        let at = self.now();
        self.0.events.fetch_add(1, Relaxed);
        let mut state = self.state();
        if state.phase == Phase::Open && state.line_counts[usize::from(own)] < MAX_RECORDED {
            state.line_counts[usize::from(own)] += 1;
            state.latest = state.latest.max(at);
            state.said.push(Said { at, line: shorten(line), own });
        }
    }

    fn end_span(&self, index: usize, fate: Fate) {
        let now = self.now();
        self.0.events.fetch_add(1, Relaxed);
        let mut state = self.state();
        let counts = match state.phase {
            Phase::Open => true,
            Phase::Returned => fate == Fate::Cancelled,
            Phase::Closed => false,
        };
        if counts {
            state.latest = state.latest.max(now);
            state.spans[index].end = Some((now, fate));
        }
    }

    /// A span is dropped by a panic. What a panic drops first is what panicked, and the rest is cancelled by
    /// it.
    fn unwound(&self, index: usize) {
        let now = self.now();
        let mut state = self.state();
        if state.phase == Phase::Open && state.unwound.replace(now) != Some(now) {
            state.spans[index].panicked = true;
        }
    }

    /// What was recorded, spans in the order in which they began. What still runs is shown as
    /// running until `at`; `None` stands for the last moment at which anything was recorded (a
    /// thread outside the runtime cannot read its clock).
    pub fn timeline(&self, at: Option<Duration>) -> Timeline {
        let state = self.state();
        let end = at.unwrap_or(state.latest).max(state.latest);
        let close = |span: &OpenSpan| {
            let (end, fate) = span.end.unwrap_or((end, Fate::Running));
            Span {
                name: span.name.clone(),
                start: span.start,
                end,
                fate,
                panicked: span.panicked,
                own: span.own,
            }
        };
        let mut spans: Vec<Span> = state.spans.iter().map(close).collect();
        // A thread outside the runtime may note a moment that is over. The sort is stable: of one
        // moment, what began first stays first.
        spans.sort_by_key(|span| span.start);
        Timeline { spans, said: state.said.clone(), end, dropped: state.dropped }
    }

    /// Says that the answer has returned: what begins, is said or comes to its end from here on is
    /// no longer its doing. What is dropped still is, until [`close`](Recorder::close).
    pub fn returned(&self) {
        let mut state = self.state();
        if state.phase == Phase::Open {
            state.phase = Phase::Returned;
        }
    }

    /// Ends the recording for good: what is dropped while an answer or its runtime is taken down is
    /// not part of the story.
    pub fn close(&self) {
        self.state().phase = Phase::Closed;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // tokio panics where a clock was paused before: what is recorded holds all the same.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A runtime counts its milliseconds from when it was built, and its clock was paused some fraction
/// of one later: each of its timers ends up to a millisecond late. A hundred of them in a row would
/// show, and a story is not told in smaller steps than this.
fn whole_tenths(time: Duration) -> Duration {
    Duration::from_millis(u64::try_from(time.as_millis()).unwrap_or(u64::MAX) / 100 * 100)
}

/// Whether code at this place is the answer's own, as opposed to the given world's or a test's: an answer
/// may record what it likes for itself, and no promise is about that.
pub fn is_own(location: &Location<'_>) -> bool {
    // The compiler writes paths in the way of the system that it runs on.
    let path = Path::new(location.file());
    let of_tests = path.components().any(|part| part.as_os_str() == "tests");
    !of_tests && path.file_name().is_none_or(|name| name != "given.rs")
}

fn shorten(mut text: String) -> String {
    if text.len() > MAX_BYTES {
        text.truncate(text.floor_char_boundary(MAX_BYTES));
        text.push('…');
    }
    text
}

/// A span under way. Dropped before [`complete`](SpanGuard::complete), it was cancelled: that is
/// all that a future ever learns of its cancellation.
pub struct SpanGuard {
    recorder: Recorder,
    index: Option<usize>,
}

impl SpanGuard {
    /// It came to its own end, now.
    pub fn complete(mut self) {
        self.end(Fate::Completed);
    }

    fn end(&mut self, fate: Fate) {
        if let Some(index) = self.index.take() {
            self.recorder.end_span(index, fate);
        }
    }
}

impl Drop for SpanGuard {
    fn drop(&mut self) {
        if thread::panicking()
            && let Some(index) = self.index
        {
            self.recorder.unwound(index);
        }
        self.end(Fate::Cancelled);
    }
}
