//! The watch: tells, from another thread, a run that is at work from one that will never end.
//!
//! A current-thread runtime **parks** whenever no task can be polled, and only then can the paused
//! clock move on. So a healthy run parks all the time. One that has stopped doing so is either
//! being polled round and round (a busy loop, perhaps in a spawned task, whose polls nobody else
//! can count), or stuck inside a single poll. The [`Probe`] tells them apart: it is a task that
//! asks for a number of turns when poked, and gets them only from a scheduler that still runs.
//!
//! How long it may be so is for [`Silence`] to say.

use crate::silence::Silence;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use verdict::End;

/// Real time between two looks.
pub(crate) const TICK: Duration = Duration::from_millis(10);

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
