//! One run of learner code, from a fresh runtime to what was seen of it.

use crate::panics::Panics;
use crate::promises::Run;
use crate::seen::{Observed, Seen};
use crate::watch::{Probe, Pulse, watch};
use recorder::Recorder;
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::task::Poll;
use std::thread;
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};
use verdict::{End, Timeline};

/// The virtual time after which an answer counts as hung. On a paused clock it comes at once when
/// nothing else can happen.
pub const LIMIT: Duration = Duration::from_secs(3600);

/// How often an answer may be polled within one virtual instant before it counts as spinning.
const MOST_POLLS: u32 = 10_000;

/// How many turns aborted tasks are given to be gone. One is enough on tokio 1.54, whose abort
/// drops the future when the task is next scheduled.
const TURNS_TO_SETTLE: usize = 4;

/// Runs `answer` on a paused clock, on a current-thread runtime, on an operating-system thread of
/// its own, watched from the calling thread: whatever the answer does, this returns, at the latest
/// after about one and a half seconds in which the answer made no progress. (On a busy machine later:
/// an answer that waits for a core is waited for.)
///
/// The returned [`Run`] takes the promises.
pub fn run<F, Fut, T>(answer: F) -> Run<T>
where
    F: FnOnce() -> Fut + Send + 'static,
    Fut: Future<Output = T> + 'static,
    T: Send + 'static,
{
    crate::evidence::take_nonce();
    let place = Place::default();
    let inside = place.clone();
    let play: Play = Box::new(move || {
        let future = answer();
        Box::pin(async move { inside.put(future.await) })
    });
    let observed = on_its_own_thread(Recorder::new(), Box::new(move |stage| stage.perform(play)));
    Run::new(place.seen(observed))
}

/// Calls `answer`, a plain function that starts a runtime itself, on an operating-system thread of
/// its own, outside of any runtime, watched from the calling thread. It counts as blocked when it
/// does not come back within about one and a half seconds of real time.
///
/// The clock of a runtime is paused from the first [`lab::span`] in it, on that one thread. So
/// [`Observed::elapsed`] ends with the last thing that was recorded; and nothing is known of tasks
/// left behind, which are gone with their runtime.
pub fn call<F, T>(answer: F) -> Run<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    crate::evidence::take_nonce();
    let place = Place::default();
    let inside = place.clone();
    let answer = Box::new(move || inside.put(answer()));
    let recorder = Recorder::of_any_runtime();
    let observed = on_its_own_thread(recorder, Box::new(move |stage| stage.call(answer)));
    Run::new(place.seen(observed))
}

/// An answer of whatever type, as the stage knows it. A generic stage would be compiled anew, down
/// to tokio's scheduler, for each answer of each test program: half of what a check waits for.
type Play = Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()>>> + Send>;

/// Where an answer leaves its value.
struct Place<T>(Arc<Mutex<Option<T>>>);

impl<T> Place<T> {
    fn put(&self, value: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }

    fn seen(&self, observed: Observed) -> Seen<T> {
        // A run given up on may yet leave one.
        let value = match observed.end {
            End::Done => self.0.lock().unwrap_or_else(PoisonError::into_inner).take(),
            _ => None,
        };
        Seen { value, observed }
    }
}

impl<T> Default for Place<T> {
    fn default() -> Place<T> {
        Place(Arc::default())
    }
}

impl<T> Clone for Place<T> {
    fn clone(&self) -> Place<T> {
        Place(self.0.clone())
    }
}

fn on_its_own_thread(
    recorder: Recorder,
    play: Box<dyn FnOnce(Stage) -> Ending + Send>,
) -> Observed {
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
            (Ending { end: stuck.end(), elapsed, timeline, alive: 0 }, Some(stuck))
        }
    };
    Observed {
        end: ending.end,
        elapsed: ending.elapsed,
        real: began.elapsed(),
        timeline: ending.timeline,
        alive: ending.alive,
        panics: panics.seen(),
        panic_expected: false,
        stuck,
    }
}

/// The part of [`Observed`] that only the run's own thread can tell.
struct Ending {
    end: End,
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
    fn perform(self, play: Play) -> Ending {
        self.panics.enter();
        self.recorder.enter(true);
        let runtime = self.runtime();
        let mut ending = runtime.block_on(self.drive(play));
        // What is dropped from here on is cleaning up, not the story. But it is learner code that
        // is dropped, and it may panic.
        self.recorder.close();
        if catch_unwind(AssertUnwindSafe(|| runtime.shutdown_background())).is_err() {
            ending.end = End::Panicked;
        }
        ending
    }

    fn call(self, answer: Box<dyn FnOnce()>) -> Ending {
        self.panics.enter();
        self.recorder.enter(true);
        let returned = catch_unwind(AssertUnwindSafe(answer)).is_ok();
        self.recorder.returned();
        let timeline = self.recorder.timeline(None);
        self.recorder.close();
        let end = if returned { End::Done } else { End::Panicked };
        Ending { end, elapsed: timeline.end, timeline, alive: 0 }
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

    async fn drive(&self, play: Play) -> Ending {
        self.recorder.start_clock();
        let probe = Probe::default();
        self.pulse.attach(probe.clone());
        tokio::spawn(probe);

        let end = self.poll_to_its_end(play).await;
        let elapsed = self.recorder.now();
        self.recorder.returned();
        for _ in 0..TURNS_TO_SETTLE {
            yield_now().await;
        }
        // The picture of a hang ends with the last thing that happened, not an hour later.
        let at = if end == End::Hung { None } else { Some(elapsed) };
        let timeline = self.recorder.timeline(at);
        let alive = Handle::current().metrics().num_alive_tasks().saturating_sub(1);
        Ending { end, elapsed, timeline, alive }
    }

    async fn poll_to_its_end(&self, play: Play) -> End {
        let Ok(mut future) = catch_unwind(AssertUnwindSafe(play)) else { return End::Panicked };
        let mut limit = pin!(sleep(LIMIT));
        let mut instant = Instant::now();
        let mut polls = 0;
        let end = poll_fn(|cx| {
            let now = Instant::now();
            polls = if now == instant { polls + 1 } else { 1 };
            instant = now;
            if polls > MOST_POLLS {
                return Poll::Ready(End::Spinning);
            }
            // The limit comes first, and again after: whatever ends at the limit has hung.
            if limit.as_mut().poll(cx).is_ready() {
                return Poll::Ready(End::Hung);
            }
            match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
                Ok(Poll::Ready(())) => Poll::Ready(End::Done),
                Ok(Poll::Pending) => Poll::Pending,
                Err(_) => Poll::Ready(End::Panicked),
            }
        })
        .await;
        // It is the judge that drops what never ended: no cancellation of the answer's.
        if matches!(end, End::Hung | End::Spinning) {
            self.recorder.close();
        }
        let dropped: Result<(), Box<dyn Any + Send>> =
            catch_unwind(AssertUnwindSafe(move || drop(future)));
        if dropped.is_err() { End::Panicked } else { end }
    }
}
