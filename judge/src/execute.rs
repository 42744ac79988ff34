//! Runs an answer once, on a fresh runtime with a paused clock, and returns what was seen of it.

use crate::observed::{Observed, Seen};
use crate::panics::Panics;
use crate::parking::{before_parking, threads_left};
use crate::promises::Run;
use crate::run_state::{RunState, begin_promise};
use crate::scheduler_probe::SchedulerProbe;
use crate::start_barrier::StartBarrier;
use crate::threads::{self, JudgeThread, Stopwatch};
use crate::watchdog::watch;
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

/// The virtual time after which an answer counts as hung: 30 days. On a paused clock it comes at once
/// when nothing else can happen.
pub const LIMIT: Duration = Duration::from_secs(30 * 24 * 3600);

/// How often an answer may be polled within one virtual instant before it counts as spinning.
const MAX_POLLS: u32 = 10_000;

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
    begin_promise();
    crate::kept::take_nonce();
    let slot = ReturnSlot::default();
    let inside = slot.clone();
    let body: RunBody = Box::new(move || {
        let future = answer();
        Box::pin(async move { inside.put(future.await) })
    });
    let observed = observe(Recorder::new(), body);
    Run::new(slot.seen(observed))
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
    crate::kept::take_nonce();
    let slot = ReturnSlot::default();
    let inside = slot.clone();
    let answer = Box::new(move || inside.put(answer()));
    let recorder = Recorder::of_any_runtime();
    let _judge_thread = JudgeThread::this_thread();
    let observed = on_its_own_thread(recorder, Box::new(move |run_thread| run_thread.call(answer)));
    Run::new(slot.seen(observed))
}

/// Runs `body` on a runtime of its own, as [`run`] does.
pub(crate) fn observe(recorder: Recorder, body: RunBody) -> Observed {
    let _judge_thread = JudgeThread::this_thread();
    on_its_own_thread(recorder, Box::new(move |run_thread| run_thread.run(body)))
}

/// A call of a plain function, and what is told of it.
pub(crate) type PlainCall = Box<dyn FnOnce() -> String + Send>;

/// When a call began, how long it took, and what it returned.
pub(crate) type PlainReturn = (Duration, Duration, String);

/// Makes calls of plain functions, as [`call`] does: one after the other on one thread, or all at once on
/// a thread each. What was seen of those at once is put together.
pub(crate) fn observe_calls(calls: Vec<PlainCall>, in_turn: bool) -> (Observed, Vec<PlainReturn>) {
    let _judge_thread = JudgeThread::this_thread();
    let threads: Vec<Vec<PlainCall>> = match in_turn {
        true => vec![calls],
        false => calls.into_iter().map(|call| vec![call]).collect(),
    };
    let barrier = StartBarrier::of(threads.len());
    let on_a_thread = |calls: Vec<PlainCall>| {
        let returned = Arc::new(Mutex::new(Vec::new()));
        let member = barrier.member();
        let under_way = member.clone();
        let recorder = Recorder::of_any_runtime_then(move || under_way.arrive_and_wait());
        let (clock, inside) = (recorder.clone(), returned.clone());
        let answer = Box::new(move || {
            let _arrives_at_its_end = member.at_the_latest_when_dropped();
            for call in calls {
                let began = clock.timeline(None).end;
                let value = call();
                let took = clock.timeline(None).end - began;
                inside.lock().unwrap_or_else(PoisonError::into_inner).push((began, took, value));
            }
        });
        let seen = on_its_own_thread(recorder, Box::new(move |run_thread| run_thread.call(answer)));
        let returned = returned.lock().unwrap_or_else(PoisonError::into_inner).clone();
        (seen, returned)
    };
    let mut all: Vec<(Observed, Vec<PlainReturn>)> = thread::scope(|scope| {
        let watched = |calls| {
            scope.spawn(move || {
                let _judge_thread = JudgeThread::this_thread();
                on_a_thread(calls)
            })
        };
        let watches: Vec<_> = threads.into_iter().map(watched).collect();
        watches.into_iter().map(|watch| watch.join().expect("the watch does not panic")).collect()
    });
    let (mut seen, mut returned) = all.remove(0);
    for (other, values) in all {
        returned.extend(values);
        seen.add(other);
    }
    (seen, returned)
}

/// An answer of whatever type, as the run's thread knows it. Generic code there would be compiled anew, down
/// to tokio's scheduler, for each answer of each test program: half of what a check waits for.
pub(crate) type RunBody = Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()>>> + Send>;

/// Where an answer leaves its value.
struct ReturnSlot<T>(Arc<Mutex<Option<T>>>);

impl<T> ReturnSlot<T> {
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

impl<T> Default for ReturnSlot<T> {
    fn default() -> ReturnSlot<T> {
        ReturnSlot(Arc::default())
    }
}

impl<T> Clone for ReturnSlot<T> {
    fn clone(&self) -> ReturnSlot<T> {
        ReturnSlot(self.0.clone())
    }
}

fn on_its_own_thread(
    recorder: Recorder,
    body: Box<dyn FnOnce(RunThread) -> Ending + Send>,
) -> Observed {
    let panics = Panics::default();
    let run_state = Arc::new(RunState::new());
    let (sender, receiver) = mpsc::channel();
    let began = std::time::Instant::now();

    let name = threads::name_for_a_run();
    let run_thread = RunThread {
        recorder: recorder.clone(),
        panics: panics.clone(),
        run_state: run_state.clone(),
    };
    thread::Builder::new()
        .name(name.clone())
        .spawn(move || {
            let ending = {
                let judge_thread = JudgeThread::this_thread();
                run_thread.run_state.is_on(judge_thread.number());
                body(run_thread)
            };
            // Nobody listens any more when the watch has given up on this run.
            let _ = sender.send(ending);
        })
        .expect("the system has no thread left for the answer to run on");

    // A run given up on keeps its thread: no thread can be ended from outside. The process ends
    // soon after, and what it records from here on is not looked at.
    let (ending, stuck) = match watch(&receiver, &run_state, &recorder) {
        Ok(ending) => (ending, None),
        Err(stuck) => {
            let at = stuck.is_by_the_clock().then(|| run_state.clock());
            let timeline = recorder.timeline(at);
            let (end, elapsed) = (stuck.end(), at.unwrap_or(timeline.end));
            let panics = usize::MAX;
            (Ending { end, elapsed, timeline, panics, ..Ending::default() }, Some(stuck))
        }
    };
    let mut panics = panics.seen();
    panics.truncate(ending.panics);
    Observed {
        end: ending.end,
        elapsed: ending.elapsed,
        real: began.elapsed(),
        timeline: ending.timeline,
        alive: ending.alive,
        left: ending.left,
        asleep: ending.asleep,
        is_long: ending.is_long,
        panics,
        panic_expected: false,
        stuck,
    }
}

/// The part of [`Observed`] that only the run's own thread can tell.
#[derive(Default)]
struct Ending {
    end: End,
    elapsed: Duration,
    timeline: Timeline,
    alive: usize,
    left: usize,
    asleep: Duration,
    is_long: bool,
    /// How many panics belong to the story.
    panics: usize,
}

/// What the run's own thread works with.
struct RunThread {
    recorder: Recorder,
    panics: Panics,
    run_state: Arc<RunState>,
}

impl RunThread {
    fn run(self, body: RunBody) -> Ending {
        self.panics.enter();
        self.recorder.enter(true);
        self.run_state.starts();
        let runtime = self.runtime();
        let watch = Stopwatch::start();
        let mut ending = runtime.block_on(self.drive(body));
        ending.is_long = watch.is_long();
        ending.asleep = match watch.asleep() {
            Some(_) if !self.run_state.was_found_asleep() => Duration::ZERO,
            Some(asleep) => asleep.saturating_sub(self.run_state.parked_for()),
            None => self.run_state.longest_block(),
        };
        ending.left = threads_left(&self.run_state);
        ending.panics = self.panics.seen().len();
        // What is dropped from here on is cleaning up, not the story. But it is learner code that
        // is dropped, and it may panic.
        self.recorder.close();
        if catch_unwind(AssertUnwindSafe(|| runtime.shutdown_background())).is_err() {
            (ending.end, ending.panics) = (End::Panicked, usize::MAX);
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
        // How long it slept is not looked at: what its runtimes waited for is not known here.
        let left = threads_left(&self.run_state);
        let panics = self.panics.seen().len();
        Ending { end, elapsed: timeline.end, timeline, left, panics, ..Ending::default() }
    }

    fn runtime(&self) -> Runtime {
        let (idle, busy) = (self.run_state.clone(), self.run_state.clone());
        let (starts, stops) = (self.run_state.clone(), self.run_state.clone());
        let (recorder, panics) = (self.recorder.clone(), self.panics.clone());
        Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .on_thread_park(move || before_parking(&idle))
            .on_thread_unpark(move || busy.unparked())
            // Threads for blocking work have the run's name, as those of std have that the answer starts.
            .thread_name(thread::current().name().unwrap_or_default())
            // A thread for blocking work ends with its work: what is there later was left behind.
            .thread_keep_alive(Duration::ZERO)
            // Only threads for blocking work start here: the one for tasks is this thread.
            .on_thread_start(move || {
                starts.blocking_thread_starts();
                recorder.enter(false);
                panics.enter();
            })
            .on_thread_stop(move || stops.blocking_thread_stops())
            .build()
            .expect("the system could not give what a runtime needs")
    }

    async fn drive(&self, body: RunBody) -> Ending {
        self.recorder.start_clock();
        let probe = SchedulerProbe::default();
        self.run_state.attach(probe.clone());
        tokio::spawn(probe);

        let end = self.poll_to_its_end(body).await;
        let elapsed = self.recorder.now();
        self.recorder.returned();
        for _ in 0..TURNS_TO_SETTLE {
            yield_now().await;
        }
        // The picture of a hang ends with the last thing that happened, not a month later.
        let at = if end == End::Hung { None } else { Some(elapsed) };
        let timeline = self.recorder.timeline(at);
        let alive = Handle::current().metrics().num_alive_tasks().saturating_sub(1);
        Ending { end, elapsed, timeline, alive, ..Ending::default() }
    }

    async fn poll_to_its_end(&self, body: RunBody) -> End {
        let Ok(mut future) = catch_unwind(AssertUnwindSafe(body)) else { return End::Panicked };
        let mut limit = pin!(sleep(LIMIT));
        let mut instant = Instant::now();
        let mut polls = 0;
        let end = poll_fn(|cx| {
            self.run_state.polled();
            let now = Instant::now();
            polls = if now == instant { polls + 1 } else { 1 };
            instant = now;
            if polls > MAX_POLLS {
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
