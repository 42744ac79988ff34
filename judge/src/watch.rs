//! The watch: tells, from another thread, a run that is at work from one that will never end.
//!
//! A current-thread runtime **parks** whenever no task can be polled, and only then can the paused
//! clock move on. So in a healthy run the clock moves all the time. (That the runtime parks is not enough:
//! while there is blocking work, it parks again and again, and the clock stands still.) One in which the
//! clock no longer moves, and nothing is recorded, waits for a thread, or it is either
//! being polled round and round (a busy loop, perhaps in a spawned task, whose polls nobody else
//! can count), or stuck inside a single poll. The [`Probe`] tells them apart: it is a task that
//! asks for a number of turns when poked, and gets them only from a scheduler that still runs.
//!
//! How long it may be so is for [`Silence`] to say.

use crate::evidence::take_nonce;
use crate::silence::{FAIR_SHARE, Silence, work};
use crate::threads::started_so_far;
use recorder::Recorder;
use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};
use tokio::time::Instant as Moment;
use verdict::End;

/// Real time between two looks.
pub(crate) const TICK: Duration = Duration::from_millis(10);

/// How many turns the probe asks for at each look, and how many times in a row it must get them
/// without the runtime ever parking: 20 × 500 turns are 10 000 polls within one virtual instant.
const TURNS_A_LOOK: u32 = 500;
const LOOKS_TO_SPIN: u32 = 20;

/// How often the clock may move before a run counts as waiting for what never comes: a loop that
/// sleeps a second and looks again makes 2.6 million of them before [`crate::LIMIT`].
pub(crate) const MOST_MOVES: u64 = 100_000;

/// For how much real time the runs of one promise may wait for threads, all together.
const MOST_FOR_THREADS: Duration = Duration::from_secs(2);

thread_local! {
    /// How much real time the runs of this test's promise have waited for threads so far, in microseconds.
    static FOR_THREADS: RefCell<Arc<AtomicU64>> = RefCell::default();
}

/// Begins to count anew how long threads are waited for.
pub(crate) fn begin_promise() {
    FOR_THREADS.take();
}

/// Why the watch gave up on a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// Its thread does not come back from one poll.
    InOnePoll,
    /// It is a plain call, which nobody polls, and it does not come back.
    InACall,
    /// Every task waits, for a thread outside the runtime that does not answer.
    OnAnotherThread,
    /// Its tasks are polled round and round.
    Round,
    /// Its tasks sleep and wake without end.
    Napping,
}

impl Stuck {
    /// Whether it ended at a moment of the clock, as opposed to some real time after the last that
    /// happened.
    pub(crate) fn is_by_the_clock(self) -> bool {
        self == Stuck::Napping
    }

    pub(crate) fn end(self) -> End {
        match self {
            Stuck::InOnePoll | Stuck::InACall | Stuck::OnAnotherThread => End::Blocked,
            Stuck::Round => End::Spinning,
            Stuck::Napping => End::Hung,
        }
    }
}

/// What a run's own thread tells of itself while it runs.
#[derive(Default)]
pub(crate) struct Pulse {
    /// What the clock shows, in milliseconds since the start, and how often it has moved.
    clock: AtomicU64,
    moves: AtomicU64,
    /// Whether it has nothing to do right now.
    idle: AtomicBool,
    /// Whether what it waits for is a thread.
    for_a_thread: AtomicBool,
    /// Whether it is over, and only threads are still looked at.
    settling: AtomicBool,
    /// Threads for blocking work that are alive.
    blocking_threads: AtomicUsize,
    /// The clock's zero, when this park began, and real time spent in all of them.
    zero: OnceLock<Moment>,
    park: Mutex<Parked>,
    /// Where the system tells nothing of threads: what is known all the same.
    guess: Mutex<Guess>,
    /// How often the answer was polled.
    polls: AtomicU64,
    /// Shared with the other runs of the same promise.
    waited_for_threads: Arc<AtomicU64>,
    probe: OnceLock<Probe>,
}

#[derive(Default)]
struct Parked {
    since: Option<Instant>,
    total: Duration,
}

/// What can be known of the answer's threads without the system's help: when one has been started.
#[derive(Default)]
struct Guess {
    looks: u32,
    /// How often grace was given.
    times: u32,
    /// Threads started so far, and how many of them the judge has started to find that out.
    started: Option<u64>,
    /// Time on a core that a new thread is still given, and how often the answer had been polled then.
    grace: Duration,
    polls: u64,
}

/// How many looks find a first thread, and how long a new one is given: far longer than it takes to do
/// something brief, even on a busy machine, since this is time on a core.
const LOOKS_FOR_A_THREAD: u32 = 20;
const GRACE: Duration = Duration::from_millis(10);
const MOST_GRACE: u32 = 20;

impl Pulse {
    /// Whether a thread that the answer has just started may be about to answer, as far as can be known
    /// without the system's help. It keeps a core busy meanwhile.
    pub(crate) fn gives_grace(&self) -> bool {
        // Where tests run side by side in one process, others start threads all the time.
        if take_nonce().is_none() {
            return false;
        }
        let polls = self.polls.load(Relaxed);
        let mut guess = self.guess.lock().unwrap_or_else(PoisonError::into_inner);
        guess.looks += 1;
        if guess.looks <= LOOKS_FOR_A_THREAD || !guess.grace.is_zero() {
            let so_far = started_so_far();
            // Between two looks there is one thread more in any case: that of the look.
            let new = guess.started.zip(so_far).is_some_and(|(before, now)| now > before + 1);
            guess.started = so_far;
            if new && guess.times < MOST_GRACE {
                guess.times += 1;
                (guess.looks, guess.grace, guess.polls) = (0, GRACE, polls);
            }
        }
        // Whoever was waited for has answered.
        if guess.grace.is_zero() || guess.polls != polls {
            guess.grace = Duration::ZERO;
            return false;
        }
        guess.grace = guess.grace.saturating_sub(work(Duration::from_micros(200)));
        true
    }

    /// The answer is polled.
    pub(crate) fn polled(&self) {
        self.polls.fetch_add(1, Relaxed);
    }

    /// For a run of the promise that this thread's test is about.
    pub(crate) fn new() -> Pulse {
        let waited_for_threads = FOR_THREADS.with_borrow(Arc::clone);
        Pulse { waited_for_threads, ..Pulse::default() }
    }

    /// The runtime has nothing to do. To be called in it.
    pub(crate) fn parked(&self) {
        let now = self.zero.get().map_or(Duration::ZERO, |zero| Moment::now() - *zero);
        let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
        // Once it has moved too often it stays as it was then, whenever somebody looks.
        if self.clock.load(Relaxed) != now && self.moves.load(Relaxed) <= MOST_MOVES {
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
        let mut worked = Duration::ZERO;
        while self.has_blocking_threads() && worked < FAIR_SHARE {
            worked += work(TICK);
        }
        self.blocking_threads.load(Relaxed)
    }

    /// The answer is over: what is looked at now is what it left.
    pub(crate) fn settles(&self) {
        self.settling.store(true, Relaxed);
    }

    fn waited_for_threads(&self) -> Duration {
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

    pub(crate) fn attach(&self, probe: Probe) {
        let _ = self.zero.set(Moment::now());
        let _ = self.probe.set(probe);
    }

    fn park(&self) -> MutexGuard<'_, Parked> {
        self.park.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A task that does nothing until poked, and then takes [`TURNS_A_LOOK`] turns.
#[derive(Clone, Default)]
pub(crate) struct Probe(Arc<ProbeState>);

#[derive(Default)]
struct ProbeState {
    wanted: AtomicU32,
    waker: Mutex<Option<Waker>>,
}

impl Probe {
    /// Asks for turns; returns how many.
    fn poke(&self) -> u32 {
        self.0.wanted.store(TURNS_A_LOOK, Relaxed);
        self.wake();
        TURNS_A_LOOK
    }

    fn wake(&self) {
        let waker = self.0.waker.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn wanted(&self) -> u32 {
        self.0.wanted.load(Relaxed)
    }
}

impl Future for Probe {
    type Output = ();

    fn poll(self: std::pin::Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        *self.0.waker.lock().unwrap_or_else(PoisonError::into_inner) = Some(cx.waker().clone());
        let wanted = self.0.wanted.load(Relaxed);
        if wanted > 0 {
            self.0.wanted.store(wanted - 1, Relaxed);
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    }
}

/// Waits for what the run's thread sends, or for the certainty that it never will.
pub(crate) fn watch<T>(
    ending: &Receiver<T>,
    pulse: &Pulse,
    recorder: &Recorder,
) -> Result<T, Stuck> {
    let mut view = View { pulse, recorder, moves: 0, events: 0, wanted: None };
    let mut silence: Option<Silence> = None;
    let mut rounds = 0;
    loop {
        match ending.recv_timeout(TICK) {
            Ok(ending) => return Ok(ending),
            Err(RecvTimeoutError::Timeout) => {}
            // The thread ended without a word: it was torn down in the middle of something.
            Err(RecvTimeoutError::Disconnected) => return Err(Stuck::InOnePoll),
        }
        let look = view.look();
        match look {
            Look::Moved => (silence, rounds) = (None, 0),
            Look::Turning => silence = None,
            Look::Turned => (silence, rounds) = (None, rounds + 1),
            Look::Silent(_) => silence.get_or_insert_default().goes_on(),
        }
        match look {
            _ if view.moves > MOST_MOVES => return Err(Stuck::Napping),
            _ if pulse.waited_for_threads() > MOST_FOR_THREADS => {
                return Err(Stuck::OnAnotherThread);
            }
            _ if rounds >= LOOKS_TO_SPIN => return Err(Stuck::Round),
            Look::Silent(why) if silence.is_some_and(Silence::is_too_long) => return Err(why),
            _ => {}
        }
    }
}

/// What one look at a run tells.
#[derive(Clone, Copy)]
enum Look {
    /// The clock has moved since the last look, or something was recorded.
    Moved,
    /// The scheduler runs without parking, and the probe has had some of its turns.
    Turning,
    /// As before, and the probe has had them all.
    Turned,
    /// Nothing happened; this is what it would mean if nothing ever did.
    Silent(Stuck),
}

/// The pulse as it was at the last look.
struct View<'a> {
    pulse: &'a Pulse,
    recorder: &'a Recorder,
    moves: u64,
    events: u64,
    /// Turns that the probe still wanted; `None` while it has not been poked.
    wanted: Option<u32>,
}

impl View<'_> {
    fn look(&mut self) -> Look {
        let (moves, events) = (self.pulse.moves.load(Relaxed), self.recorder.events());
        let settling = self.pulse.settling.load(Relaxed);
        if settling || (moves, events) != (self.moves, self.events) {
            (self.moves, self.events) = (moves, events);
            self.wanted = None;
            return Look::Moved;
        }
        if self.pulse.idle.load(Relaxed) {
            return Look::Silent(Stuck::OnAnotherThread);
        }
        // A run has its probe before any of the answer's code runs.
        let Some(probe) = self.pulse.probe.get() else { return Look::Silent(Stuck::InACall) };
        let wanted = probe.wanted();
        match self.wanted.replace(wanted) {
            Some(_) if wanted == 0 => {
                self.wanted = Some(probe.poke());
                Look::Turned
            }
            Some(before) if wanted < before => Look::Turning,
            Some(_) => Look::Silent(Stuck::InOnePoll),
            None => {
                self.wanted = Some(probe.poke());
                Look::Turning
            }
        }
    }
}
