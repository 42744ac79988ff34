//! The watchdog decides, from another thread, whether a run is still working or will never end.
//!
//! A current-thread runtime **parks** whenever no task can be polled, and only then can the paused
//! clock move on. So in a healthy run the clock moves all the time. (That the runtime parks is not enough:
//! while there is blocking work, it parks again and again, and the clock stands still.) One in which the
//! clock no longer moves, and nothing is recorded, waits for a thread, or it is either
//! being polled round and round (a busy loop, perhaps in a spawned task, whose polls nobody else
//! can count), or stuck inside a single poll. The [`SchedulerProbe`] tells them apart: it is a task that
//! asks for a number of turns when poked, and gets them only from a scheduler that still runs.
//!
//! How long it may be so is for [`StuckPeriod`] to say.

use crate::run_state::{MOST_MOVES, RunState};
use crate::stuck_limit::{StuckPeriod, TICK};
use recorder::Recorder;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;
use verdict::End;

/// How many times in a row the probe must get all its turns without the clock ever moving: 20 × 500 turns
/// are 10 000 polls within one virtual instant.
const LOOKS_TO_SPIN: u32 = 20;

/// For how much real time the runs of one promise may wait for threads, all together.
const MOST_FOR_THREADS: Duration = Duration::from_secs(2);

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
    pub(crate) const ALL: [Stuck; 5] =
        [Stuck::InOnePoll, Stuck::InACall, Stuck::OnAnotherThread, Stuck::Round, Stuck::Napping];

    /// Its name in what leaves the process.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Stuck::InOnePoll => "in-one-poll",
            Stuck::InACall => "in-a-call",
            Stuck::OnAnotherThread => "on-another-thread",
            Stuck::Round => "round",
            Stuck::Napping => "napping",
        }
    }

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

/// Waits for what the run's thread sends, or for the certainty that it never will.
pub(crate) fn watch<T>(
    ending: &Receiver<T>,
    run_state: &RunState,
    recorder: &Recorder,
) -> Result<T, Stuck> {
    let mut last = LastLook { run_state, recorder, moves: 0, events: 0, wanted: None };
    let mut stuck_period: Option<StuckPeriod> = None;
    let mut rounds = 0;
    loop {
        match ending.recv_timeout(TICK) {
            Ok(ending) => return Ok(ending),
            Err(RecvTimeoutError::Timeout) => {}
            // The thread ended without a word: it was torn down in the middle of something.
            Err(RecvTimeoutError::Disconnected) => return Err(Stuck::InOnePoll),
        }
        run_state.look_at_thread();
        let look = last.look();
        match look {
            Look::Moved => (stuck_period, rounds) = (None, 0),
            Look::Turning => stuck_period = None,
            Look::Turned => (stuck_period, rounds) = (None, rounds + 1),
            Look::Silent(_) => stuck_period.get_or_insert_default().goes_on(),
        }
        if let (Look::Silent(Stuck::InOnePoll), Some(stuck_period)) = (look, stuck_period)
            && let Some(blocked) = stuck_period.by_own_work()
        {
            run_state.blocked_for(blocked);
        }
        match look {
            _ if last.moves > MOST_MOVES => return Err(Stuck::Napping),
            _ if run_state.waited_for_threads() > MOST_FOR_THREADS => {
                return Err(Stuck::OnAnotherThread);
            }
            _ if rounds >= LOOKS_TO_SPIN => return Err(Stuck::Round),
            Look::Silent(why) if stuck_period.is_some_and(StuckPeriod::is_too_long) => {
                return Err(why);
            }
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

/// What the last look at a run showed.
struct LastLook<'a> {
    run_state: &'a RunState,
    recorder: &'a Recorder,
    moves: u64,
    events: u64,
    /// Turns that the probe still wanted; `None` while it has not been poked.
    wanted: Option<u32>,
}

impl LastLook<'_> {
    fn look(&mut self) -> Look {
        let (moves, events) = (self.run_state.moves(), self.recorder.events());
        let settling = self.run_state.is_settling();
        if settling || (moves, events) != (self.moves, self.events) {
            (self.moves, self.events) = (moves, events);
            self.wanted = None;
            return Look::Moved;
        }
        if self.run_state.is_idle() {
            return Look::Silent(Stuck::OnAnotherThread);
        }
        // A run has its probe before any of the answer's code runs.
        let Some(probe) = self.run_state.probe() else { return Look::Silent(Stuck::InACall) };
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
