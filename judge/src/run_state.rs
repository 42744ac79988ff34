//! The state of a run that its own thread reports and the watchdog reads: how the clock moves, what it waits
//! for.

use crate::kept::take_nonce;
use crate::scheduler_probe::SchedulerProbe;
use crate::stuck_limit::{MIN_TIME_ON_CORE, TICK, work};
use crate::threads::{is_asleep, started, started_so_far};
use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tokio::time::Instant as Moment;

/// How often the clock may move before a run counts as waiting for what never comes: a loop that
/// sleeps a second and looks again makes 2.6 million of them before [`crate::LIMIT`].
pub(crate) const MAX_CLOCK_MOVES: u64 = 100_000;

thread_local! {
    /// How much real time the runs of this test's promise have waited for threads so far, in microseconds.
    static FOR_THREADS: RefCell<Arc<AtomicU64>> = RefCell::default();
}

/// Begins to count anew how long threads are waited for.
pub(crate) fn begin_promise() {
    FOR_THREADS.take();
}

/// What a run's own thread tells of itself while it runs.
#[derive(Default)]
pub(crate) struct RunState {
    /// What the clock shows, in milliseconds since the start, and how often it has moved.
    clock: AtomicU64,
    moves: AtomicU64,
    /// Whether it has nothing to do right now.
    idle: AtomicBool,
    /// Whether what it waits for is a thread.
    for_a_thread: AtomicBool,
    /// Whether it is over, and only threads are still looked at.
    settling: AtomicBool,
    /// The number of the run's thread, and how often it was found asleep with something to do.
    thread: OnceLock<u32>,
    found_asleep: AtomicU32,
    /// Real time for which it was blocked at a time, in microseconds.
    blocked: AtomicU64,
    /// Threads for blocking work: that have begun so far, and that are alive.
    blocking_began: AtomicU64,
    blocking_threads: AtomicUsize,
    /// The clock's zero, when this park began, and real time spent in all of them.
    zero: OnceLock<Moment>,
    park: Mutex<Parked>,
    /// Where the system tells nothing of threads: what is known all the same.
    new_threads: Mutex<NewThreads>,
    /// How often the answer was polled, and how often when last nothing was to be done.
    polls: AtomicU64,
    polls_then: AtomicU64,
    /// Whether the clock was moved by hand, and no round of the scheduler has passed since.
    moved_by_hand: AtomicBool,
    /// How often in a row, since something happened, all threads were found waiting.
    found_waiting: AtomicU32,
    /// Shared with the other runs of the same promise.
    waited_for_threads: Arc<AtomicU64>,
    probe: OnceLock<SchedulerProbe>,
}

#[derive(Default)]
struct Parked {
    since: Option<Instant>,
    total: Duration,
}

/// What can be known of the answer's threads without the system's help: when one has been started.
#[derive(Default)]
struct NewThreads {
    samples: u32,
    /// How often grace was given.
    times: u32,
    /// Threads started so far, and since the run began, without those that the judge started to find it out.
    started: Option<u64>,
    since_the_start: u64,
    /// Time on a core that a new thread is still given, and how often the answer had been polled then.
    grace: Duration,
    polls: u64,
}

impl NewThreads {
    /// How many threads have been started since this was asked last.
    fn counts_new_threads(&mut self) -> u64 {
        let so_far = started_so_far();
        // Between two samples there is one thread more in any case: that of the sample.
        let new =
            self.started.zip(so_far).map_or(0, |(before, now)| now.saturating_sub(before + 1));
        self.started = so_far;
        self.since_the_start += new;
        new
    }
}

/// How many samples find a first thread, and how long a new one is given: far longer than it takes to do
/// something brief, even on a busy machine, since this is time on a core.
const SAMPLES_FOR_A_THREAD: u32 = 20;
const GRACE_PERIOD: Duration = Duration::from_millis(10);
const MAX_GRACE_PERIODS: u32 = 20;

/// How often in a row it is checked again that all threads wait.
const MAX_RECHECKS: u32 = 3;

impl RunState {
    /// Whether a thread that the answer has just started may be about to answer, as far as can be known
    /// without the system's help. It keeps a core busy meanwhile.
    pub(crate) fn gives_grace(&self) -> bool {
        let Some(mut new_threads) = self.new_threads() else { return false };
        let polls = self.polls.load(Relaxed);
        new_threads.samples += 1;
        let samples_now =
            new_threads.samples <= SAMPLES_FOR_A_THREAD || !new_threads.grace.is_zero();
        if samples_now
            && new_threads.counts_new_threads() > 0
            && new_threads.times < MAX_GRACE_PERIODS
        {
            new_threads.times += 1;
            (new_threads.samples, new_threads.grace, new_threads.polls) = (0, GRACE_PERIOD, polls);
        }
        // Whoever was waited for has answered.
        if new_threads.grace.is_zero() || new_threads.polls != polls {
            new_threads.grace = Duration::ZERO;
            return false;
        }
        new_threads.grace = new_threads.grace.saturating_sub(work(Duration::from_micros(200)));
        true
    }

    /// The answer is about to be started, on this thread.
    pub(crate) fn starts(&self) {
        if started().is_none()
            && let Some(mut new_threads) = self.new_threads()
        {
            new_threads.counts_new_threads();
        }
    }

    /// What can be found out without the system's help; `None` where tests run side by side in one process,
    /// for then others start threads all the time.
    fn new_threads(&self) -> Option<MutexGuard<'_, NewThreads>> {
        take_nonce()?;
        Some(self.new_threads.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The answer is polled.
    pub(crate) fn polled(&self) {
        self.polls.fetch_add(1, Relaxed);
    }

    /// For a run of the promise that this thread's test is about.
    pub(crate) fn new() -> RunState {
        let waited_for_threads = FOR_THREADS.with_borrow(Arc::clone);
        RunState { waited_for_threads, ..RunState::default() }
    }

    /// The runtime has nothing to do. To be called in it.
    pub(crate) fn parked(&self) {
        let now = self.zero.get().map_or(Duration::ZERO, |zero| Moment::now() - *zero);
        let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
        // Once it has moved too often it stays as it was then, whenever somebody looks.
        if self.clock.load(Relaxed) != now && self.moves.load(Relaxed) <= MAX_CLOCK_MOVES {
            self.clock.store(now, Relaxed);
            self.moves.fetch_add(1, Relaxed);
        }
        self.idle.store(true, Relaxed);
        self.park().since = Some(Instant::now());
    }

    pub(crate) fn unparked(&self) {
        self.idle.store(self.for_a_thread.load(Relaxed), Relaxed);
        let mut park = self.park();
        if let Some(since) = park.since.take() {
            let took = since.elapsed();
            park.total += took;
            if self.for_a_thread.load(Relaxed) {
                let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
                self.waited_for_threads.fetch_add(took, Relaxed);
            }
        }
    }

    /// Whether it is so new that all threads wait for each other that it has to be looked at with patience:
    /// one that has just been started, or woken, may wait for a lock and be at work the next moment.
    pub(crate) fn rechecks_waiting_threads(&self) -> bool {
        let polls = self.polls.load(Relaxed);
        if self.polls_then.swap(polls, Relaxed) != polls {
            self.found_waiting.store(0, Relaxed);
        }
        self.found_waiting.load(Relaxed) < MAX_RECHECKS
    }

    pub(crate) fn moves_the_clock(&self) {
        self.moved_by_hand.store(true, Relaxed);
    }

    /// Whether the clock was moved by hand since this was asked.
    pub(crate) fn has_just_moved_the_clock(&self) -> bool {
        self.moved_by_hand.swap(false, Relaxed)
    }

    /// Notes whether all threads were found waiting.
    pub(crate) fn threads_wait(&self, waiting: bool) {
        if waiting {
            self.found_waiting.fetch_add(1, Relaxed);
        } else {
            self.found_waiting.store(0, Relaxed);
        }
    }

    /// The clock stands still for a thread's sake, and the runtime shall look again at once.
    pub(crate) fn waits_for_a_thread(&self) {
        self.for_a_thread.store(true, Relaxed);
        self.wake_probe();
    }

    pub(crate) fn nobody_to_wait_for(&self) {
        self.for_a_thread.store(false, Relaxed);
    }

    /// Makes the runtime look again at once instead of waiting for a timer.
    fn wake_probe(&self) {
        if let Some(probe) = self.probe.get() {
            probe.wake();
        }
    }

    pub(crate) fn blocking_thread_starts(&self) {
        self.blocking_began.fetch_add(1, Relaxed);
        self.blocking_threads.fetch_add(1, Relaxed);
    }

    pub(crate) fn blocking_thread_stops(&self) {
        self.blocking_threads.fetch_sub(1, Relaxed);
    }

    pub(crate) fn has_blocking_threads(&self) -> bool {
        self.blocking_threads.load(Relaxed) > 0
    }

    /// Threads for blocking work that do not end though they get enough time for it: for where the system
    /// tells nothing of threads.
    pub(crate) fn blocking_threads_left(&self) -> usize {
        let started = self.new_threads().map_or(0, |mut new_threads| {
            new_threads.counts_new_threads();
            new_threads.since_the_start
        });
        // One that has been started may not have had a core yet, and so have told nothing of itself.
        let may_be_alive =
            || self.has_blocking_threads() || self.blocking_began.load(Relaxed) < started;
        let mut worked = Duration::ZERO;
        while may_be_alive() && worked < MIN_TIME_ON_CORE {
            worked += work(TICK);
        }
        self.blocking_threads.load(Relaxed)
    }

    /// Says which thread the run is on.
    pub(crate) fn is_on(&self, thread: Option<u32>) {
        if let Some(number) = thread {
            let _ = self.thread.set(number);
        }
    }

    /// Looks whether the run's thread sleeps though its runtime has something to do.
    pub(crate) fn sample_thread(&self) {
        if let Some(number) = self.thread.get()
            && !self.idle.load(Relaxed)
            && is_asleep(*number)
            && !self.idle.load(Relaxed)
        {
            self.found_asleep.fetch_add(1, Relaxed);
        }
    }

    /// Whether the thread was found asleep. How long it slept at the most is a matter of accounting, and a
    /// virtual machine that had no core for a while has that time in its accounts, too.
    pub(crate) fn was_found_asleep(&self) -> bool {
        self.found_asleep.load(Relaxed) > 0
    }

    /// The thread has been blocked for so long, and perhaps still is.
    pub(crate) fn blocked_for(&self, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.blocked.fetch_max(micros, Relaxed);
    }

    /// For how long the thread was blocked at a time, as far as the watch has noticed it.
    pub(crate) fn longest_block(&self) -> Duration {
        Duration::from_micros(self.blocked.load(Relaxed))
    }

    /// The answer is over: what is looked at now is what it left.
    pub(crate) fn settles(&self) {
        self.settling.store(true, Relaxed);
    }

    /// How often the clock has moved.
    pub(crate) fn moves(&self) -> u64 {
        self.moves.load(Relaxed)
    }

    pub(crate) fn is_idle(&self) -> bool {
        self.idle.load(Relaxed)
    }

    pub(crate) fn is_settling(&self) -> bool {
        self.settling.load(Relaxed)
    }

    pub(crate) fn probe(&self) -> Option<&SchedulerProbe> {
        self.probe.get()
    }

    /// How much real time the runs of the same promise have waited for threads.
    pub(crate) fn waited_for_threads(&self) -> Duration {
        Duration::from_micros(self.waited_for_threads.load(Relaxed))
    }

    /// Real time that was spent waiting for timers or threads.
    pub(crate) fn parked_for(&self) -> Duration {
        self.park().total
    }

    /// What the clock showed when last nothing was to be done.
    pub(crate) fn clock(&self) -> Duration {
        Duration::from_millis(self.clock.load(Relaxed))
    }

    pub(crate) fn attach(&self, probe: SchedulerProbe) {
        let _ = self.zero.set(Moment::now());
        let _ = self.probe.set(probe);
    }

    fn park(&self) -> MutexGuard<'_, Parked> {
        self.park.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
