//! One run of learner code, from a fresh runtime to what was seen of it.

use crate::panics::Panics;
use crate::promises::Run;
use crate::watch::{Probe, Pulse, Stuck, watch};
use lab::recorder::Recorder;
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::{Arc, mpsc};
use std::task::Poll;
use std::thread;
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};
use verdict::{End, Panic, Timeline};

/// The virtual time after which an answer counts as hung. On a paused clock it comes at once when
/// nothing else can happen.
pub const LIMIT: Duration = Duration::from_secs(3600);

/// How often an answer may be polled within one virtual instant before it counts as spinning.
const MOST_POLLS: u32 = 10_000;

/// How many turns aborted tasks are given to be gone. One is enough on tokio 1.54, whose abort
/// drops the future when the task is next scheduled.
const TURNS_TO_SETTLE: usize = 4;

/// What was seen of one run.
pub struct Seen<T> {
    /// How it ended.
    pub end: End,
    /// What it returned; `Some` exactly when `end` is [`End::Done`].
    pub value: Option<T>,
    /// Virtual time from the start to the end.
    pub elapsed: Duration,
    /// Real time from the start to the end.
    pub real: Duration,
    /// What began and ended when.
    pub timeline: Timeline,
    /// Tasks that were spawned and neither ended nor aborted when it returned.
    pub alive: usize,
    /// Panics, in order, those inside spawned tasks too.
    pub panics: Vec<Panic>,
    /// Whether a panic is part of what the promise is about.
    pub(crate) panic_expected: bool,
    /// What kept the run from coming back to its runtime, where that is how it ended.
    pub(crate) stuck: Option<Stuck>,
}

/// Runs `answer` on a paused clock, on a current-thread runtime, on an operating-system thread of
/// its own, watched from the calling thread: whatever the answer does, this returns, at the latest
/// after about one and a half seconds in which the answer made no progress.
///
/// The returned [`Run`] takes the promises.
pub fn run<F, Fut, T>(answer: F) -> Run<T>
where
    F: FnOnce() -> Fut + Send + 'static,
    Fut: Future<Output = T>,
    T: Send + 'static,
{
    crate::evidence::take_nonce();
    Run::new(observe(answer))
}

/// Calls `answer`, a plain function that starts a runtime itself, on an operating-system thread of
/// its own, outside of any runtime, watched from the calling thread. It counts as blocked when it
/// does not come back within about one and a half seconds of real time.
///
/// The clock of a runtime is paused from the first [`lab::span`] in it, on that one thread. So
/// [`Seen::elapsed`] ends with the last thing that was recorded; and nothing is known of tasks
/// left behind, which are gone with their runtime.
pub fn call<F, T>(answer: F) -> Run<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    crate::evidence::take_nonce();
    Run::new(on_its_own_thread(Recorder::of_any_runtime(), move |stage| stage.call(answer)))
}

fn observe<F, Fut, T>(answer: F) -> Seen<T>
where
    F: FnOnce() -> Fut + Send + 'static,
    Fut: Future<Output = T>,
    T: Send + 'static,
{
    on_its_own_thread(Recorder::new(), move |stage| stage.perform(answer))
}

fn on_its_own_thread<T: Send + 'static>(
    recorder: Recorder,
    play: impl FnOnce(Stage) -> Ending<T> + Send + 'static,
) -> Seen<T> {
    let panics = Panics::default();
    let pulse = Arc::new(Pulse::default());
    let (sender, receiver) = mpsc::channel();
    let began = std::time::Instant::now();

    let stage = Stage { recorder: recorder.clone(), panics: panics.clone(), pulse: pulse.clone() };
    thread::Builder::new()
        .name("answer".to_owned())
        .spawn(move || {
            let ending = play(stage);
            // Nobody listens any more when the watch has given up on this run.
            let _ = sender.send(ending);
        })
        .expect("the system has no thread left for the answer to run on");

    // A run given up on keeps its thread: no thread can be ended from outside. The process ends
    // soon after, and what it records from here on is not looked at.
    let (ending, stuck) = match watch(&receiver, &pulse) {
        Ok(ending) => (ending, None),
        Err(stuck) => {
            let timeline = recorder.timeline(None);
            let elapsed = timeline.end;
            (Ending { end: stuck.end(), value: None, elapsed, timeline, alive: 0 }, Some(stuck))
        }
    };
    let Ending { end, value, elapsed, timeline, alive } = ending;
    let real = began.elapsed();
    let panics = panics.seen();
    Seen { end, value, elapsed, real, timeline, alive, panics, panic_expected: false, stuck }
}

/// The part of [`Seen`] that only the run's own thread can tell.
struct Ending<T> {
    end: End,
    value: Option<T>,
    elapsed: Duration,
    timeline: Timeline,
    alive: usize,
}

/// What the run's own thread works with.
struct Stage {
    recorder: Recorder,
    panics: Panics,
    pulse: Arc<Pulse>,
}

impl Stage {
    fn perform<F, Fut, T>(self, answer: F) -> Ending<T>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        self.panics.enter();
        self.recorder.enter(true);
        let runtime = self.runtime();
        let mut ending = runtime.block_on(self.drive(answer));
        // What is dropped from here on is cleaning up, not the story. But it is learner code that
        // is dropped, and it may panic.
        self.recorder.close();
        if catch_unwind(AssertUnwindSafe(|| runtime.shutdown_background())).is_err() {
            ending.end = End::Panicked;
            ending.value = None;
        }
        ending
    }

    fn call<F, T>(self, answer: F) -> Ending<T>
    where
        F: FnOnce() -> T,
    {
        self.panics.enter();
        self.recorder.enter(true);
        let value = catch_unwind(AssertUnwindSafe(answer)).ok();
        self.recorder.returned();
        let timeline = self.recorder.timeline(None);
        self.recorder.close();
        let end = if value.is_some() { End::Done } else { End::Panicked };
        Ending { end, value, elapsed: timeline.end, timeline, alive: 0 }
    }

    fn runtime(&self) -> Runtime {
        let (idle, busy) = (self.pulse.clone(), self.pulse.clone());
        let (recorder, panics) = (self.recorder.clone(), self.panics.clone());
        Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .on_thread_park(move || idle.parked())
            .on_thread_unpark(move || busy.unparked())
            // Only threads for blocking work start here: the one for tasks is this thread.
            .on_thread_start(move || {
                recorder.enter(false);
                panics.enter();
            })
            .build()
            .expect("the system could not give what a runtime needs")
    }

    async fn drive<F, Fut, T>(&self, answer: F) -> Ending<T>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        self.recorder.start_clock();
        let probe = Probe::default();
        self.pulse.attach(probe.clone());
        tokio::spawn(probe);

        let end = self.poll_to_its_end(answer).await;
        let elapsed = self.recorder.now();
        self.recorder.returned();
        for _ in 0..TURNS_TO_SETTLE {
            yield_now().await;
        }
        // The picture of a hang ends with the last thing that happened, not an hour later.
        let at = if matches!(end, Outcome::Hung) { None } else { Some(elapsed) };
        let timeline = self.recorder.timeline(at);
        let alive = Handle::current().metrics().num_alive_tasks().saturating_sub(1);
        let (end, value) = match end {
            Outcome::Done(value) => (End::Done, Some(value)),
            Outcome::Hung => (End::Hung, None),
            Outcome::Spinning => (End::Spinning, None),
            Outcome::Panicked => (End::Panicked, None),
        };
        Ending { end, value, elapsed, timeline, alive }
    }

    async fn poll_to_its_end<F, Fut, T>(&self, answer: F) -> Outcome<T>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        let made = catch_unwind(AssertUnwindSafe(answer));
        let Ok(future) = made else { return Outcome::Panicked };
        let mut future = Box::pin(future);
        let mut limit = pin!(sleep(LIMIT));
        let mut instant = Instant::now();
        let mut polls = 0;
        let outcome = poll_fn(|cx| {
            let now = Instant::now();
            polls = if now == instant { polls + 1 } else { 1 };
            instant = now;
            if polls > MOST_POLLS {
                return Poll::Ready(Outcome::Spinning);
            }
            // The limit comes first, and again after: whatever ends at the limit has hung.
            if limit.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Outcome::Hung);
            }
            match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
                Ok(Poll::Ready(value)) => Poll::Ready(Outcome::Done(value)),
                Ok(Poll::Pending) => Poll::Pending,
                Err(_) => Poll::Ready(Outcome::Panicked),
            }
        })
        .await;
        // It is the judge that drops what never ended: no cancellation of the answer's.
        if matches!(outcome, Outcome::Hung | Outcome::Spinning) {
            self.recorder.close();
        }
        let dropped: Result<(), Box<dyn Any + Send>> =
            catch_unwind(AssertUnwindSafe(move || drop(future)));
        if dropped.is_err() { Outcome::Panicked } else { outcome }
    }
}

enum Outcome<T> {
    Done(T),
    Hung,
    Spinning,
    Panicked,
}
