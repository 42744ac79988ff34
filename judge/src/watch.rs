//! The watch: tells, from another thread, a run that is at work from one that will never end.
//!
//! A current-thread runtime **parks** whenever no task can be polled, and only then can the paused
//! clock move on. So a healthy run parks all the time. One that has stopped doing so is either
//! being polled round and round (a busy loop, perhaps in a spawned task, whose polls nobody else
//! can count), or stuck inside a single poll. The [`Probe`] tells them apart: it is a task that
//! asks for a number of turns when poked, and gets them only from a scheduler that still runs.
//!
//! Patience ends by the clock, but not by the clock alone. On a machine that was asleep the looks come
//! late too, so there have to be some. And on a busy one a thread that only looks now and then is served
//! before one that works: with 80 threads to two cores, an answer that needed a few milliseconds was once
//! in 600 runs still waiting for them after 1.5 s and 40 looks. So nothing counts as stuck that may
//! still be waiting for a core: its threads must either sleep, or have been on one for longer than any
//! healthy run between two signs of life. Where the system does not tell, the watch works for as long
//! itself; a scheduler that is fair has then served both.

use crate::threads::{Others, others};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};
use verdict::End;

/// Real time between two looks.
const TICK: Duration = Duration::from_millis(10);

/// For how long looks in a row may find a run stuck, and how many they must be at the least. Stories
/// take whole seconds, so an answer that blocks for 1 s or for 2 s is always on the same side of it.
const PATIENCE: Duration = Duration::from_millis(1_500);
const LEAST_LOOKS: u32 = 10;

/// After how long the watch begins to ask what the threads are about, and how long they must have been
/// on a core if they do not sleep.
const DOUBT: Duration = Duration::from_millis(750);
const FAIR_SHARE: Duration = Duration::from_millis(50);

/// How many turns the probe asks for at each look, and how many times in a row it must get them
/// without the runtime ever parking: 20 × 500 turns are 10 000 polls within one virtual instant.
const TURNS_A_LOOK: u32 = 500;
const LOOKS_TO_SPIN: u32 = 20;

/// How often the clock may move before a run counts as waiting for what never comes: a loop that
/// sleeps a millisecond and looks again makes 3.6 million of them before [`crate::LIMIT`].
const MOST_PARKS: u64 = 100_000;

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
    /// How often the runtime had nothing to do.
    parks: AtomicU64,
    /// Whether it has nothing to do right now.
    idle: AtomicBool,
    probe: OnceLock<Probe>,
}

impl Pulse {
    pub(crate) fn parked(&self) {
        self.idle.store(true, Relaxed);
        self.parks.fetch_add(1, Relaxed);
    }

    pub(crate) fn unparked(&self) {
        self.idle.store(false, Relaxed);
    }

    pub(crate) fn attach(&self, probe: Probe) {
        let _ = self.probe.set(probe);
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
        let waker = self.0.waker.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(waker) = waker {
            waker.wake();
        }
        TURNS_A_LOOK
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
pub(crate) fn watch<T>(ending: &Receiver<T>, pulse: &Pulse) -> Result<T, Stuck> {
    let mut view = View { pulse, parks: 0, wanted: None };
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
            _ if view.parks > MOST_PARKS => return Err(Stuck::Napping),
            _ if rounds >= LOOKS_TO_SPIN => return Err(Stuck::Round),
            Look::Silent(why) if silence.is_some_and(Silence::is_too_long) => return Err(why),
            _ => {}
        }
    }
}

/// Looks in a row that found a run stuck.
#[derive(Clone, Copy)]
struct Silence {
    since: Instant,
    looks: u32,
    /// For how many looks in a row, from [`DOUBT`] on, all threads were asleep.
    asleep: u32,
    /// How long the threads had been on a core at [`DOUBT`].
    before: Option<Duration>,
    /// How long they have been on one since, or the watch in their place.
    worked: Duration,
}

impl Default for Silence {
    fn default() -> Silence {
        // The look that finds it has waited for a tick.
        let since = Instant::now() - TICK;
        Silence { since, looks: 0, asleep: 0, before: None, worked: Duration::ZERO }
    }
}

impl Silence {
    fn goes_on(&mut self) {
        self.looks += 1;
        if self.since.elapsed() < DOUBT {
            return;
        }
        match others() {
            Some(Others { runnable, worked }) => {
                self.asleep = if runnable { 0 } else { self.asleep + 1 };
                self.worked = worked.saturating_sub(*self.before.get_or_insert(worked));
            }
            None if self.worked < FAIR_SHARE => self.worked += work(TICK),
            None => {}
        }
    }

    fn is_too_long(self) -> bool {
        let is_no_longer_in_doubt = self.asleep >= LEAST_LOOKS || self.worked >= FAIR_SHARE;
        self.looks >= LEAST_LOOKS && is_no_longer_in_doubt && self.since.elapsed() >= PATIENCE
    }
}

/// Keeps a core busy for as long as `time`, and returns it. (Of its own time on a core, std tells a
/// thread nothing. But between two readings of the clock lies next to nothing, unless others had the
/// core.)
fn work(time: Duration) -> Duration {
    const UNDISTURBED: Duration = Duration::from_micros(100);
    let mut worked = Duration::ZERO;
    let mut last = Instant::now();
    while worked < time {
        let now = Instant::now();
        let step = now - last;
        if step < UNDISTURBED {
            worked += step;
        }
        last = now;
    }
    worked
}

/// What one look at a run tells.
#[derive(Clone, Copy)]
enum Look {
    /// The runtime has parked since the last look: time moves.
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
    parks: u64,
    /// Turns that the probe still wanted; `None` while it has not been poked.
    wanted: Option<u32>,
}

impl View<'_> {
    fn look(&mut self) -> Look {
        let parks = self.pulse.parks.load(Relaxed);
        if parks != self.parks {
            self.parks = parks;
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
