//! The watchdog decides, from another thread, whether a run is still working or will never end.
//!
//! A current-thread runtime **parks** whenever no task can be polled, and only then can the paused
//! clock move on. So in a healthy run the clock moves all the time. (That the runtime parks is not enough:
//! while there is blocking work, it parks again and again, and the clock stands still.) One in which the
//! clock no longer moves, and nothing is recorded, waits for a thread, or it is either
//! being polled round and round (a busy loop, perhaps in a spawned task, whose polls nobody else
//! can count), or stuck inside a single poll. The [`SchedulerProbe`] tells them apart: it is a task that
//! asks for a number of turns when started, and gets them only from a scheduler that still runs.
//!
//! How long it may be so is for [`StuckPeriod`] to say.

use crate::run_state::{MAX_CLOCK_MOVES, RunState};
use crate::stuck_limit::{StuckPeriod, TICK};
use recorder::Recorder;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;
use verdict::End;

/// How many times in a row the probe must get all its turns without the clock ever moving: 20 × 500 turns
/// are 10 000 polls within one virtual instant.
const SAMPLES_TO_SPIN: u32 = 20;

/// For how much real time the runs of one promise may wait for threads, all together.
const MAX_WAIT_FOR_THREADS: Duration = Duration::from_secs(2);

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
    Spinning,
    /// Its tasks sleep and wake without end.
    SleepLoop,
}

impl Stuck {
    pub(crate) const ALL: [Stuck; 5] = [
        Stuck::InOnePoll,
        Stuck::InACall,
        Stuck::OnAnotherThread,
        Stuck::Spinning,
        Stuck::SleepLoop,
    ];

    /// Its name in what leaves the process.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Stuck::InOnePoll => "in-one-poll",
            Stuck::InACall => "in-a-call",
            Stuck::OnAnotherThread => "on-another-thread",
            Stuck::Spinning => "round",
            Stuck::SleepLoop => "napping",
        }
    }

    /// Whether it ended at a moment of the clock, as opposed to some real time after the last that
    /// happened.
    pub(crate) fn is_by_the_clock(self) -> bool {
        self == Stuck::SleepLoop
    }

    pub(crate) fn end(self) -> End {
        match self {
            Stuck::InOnePoll | Stuck::InACall | Stuck::OnAnotherThread => End::Blocked,
            Stuck::Spinning => End::Spinning,
            Stuck::SleepLoop => End::Hung,
        }
    }
}

/// Waits for what the run's thread sends, or for the certainty that it never will.
pub(crate) fn watch<T>(
    ending: &Receiver<T>,
    run_state: &RunState,
    recorder: &Recorder,
) -> Result<T, Stuck> {
    let mut last = LastSample { run_state, recorder, moves: 0, events: 0, wanted: None };
    let mut stuck_period: Option<StuckPeriod> = None;
    let mut rounds = 0;
    loop {
        match ending.recv_timeout(TICK) {
            Ok(ending) => return Ok(ending),
            Err(RecvTimeoutError::Timeout) => {}
            // The thread ended without a word: it was torn down in the middle of something.
            Err(RecvTimeoutError::Disconnected) => return Err(Stuck::InOnePoll),
        }
        run_state.sample_thread();
        let sample = last.sample();
        match sample {
            Sample::Moved => (stuck_period, rounds) = (None, 0),
            Sample::ProbeRuns => stuck_period = None,
            Sample::ProbeDone => (stuck_period, rounds) = (None, rounds + 1),
            Sample::Unresponsive(_) => stuck_period.get_or_insert_default().goes_on(),
        }
        if let (Sample::Unresponsive(Stuck::InOnePoll), Some(stuck_period)) = (sample, stuck_period)
            && let Some(blocked) = stuck_period.by_own_work()
        {
            run_state.blocked_for(blocked);
        }
        match sample {
            _ if last.moves > MAX_CLOCK_MOVES => return Err(Stuck::SleepLoop),
            _ if run_state.waited_for_threads() > MAX_WAIT_FOR_THREADS => {
                return Err(Stuck::OnAnotherThread);
            }
            _ if rounds >= SAMPLES_TO_SPIN => return Err(Stuck::Spinning),
            Sample::Unresponsive(why) if stuck_period.is_some_and(StuckPeriod::is_too_long) => {
                return Err(why);
            }
            _ => {}
        }
    }
}

/// What one sample of a run shows.
#[derive(Clone, Copy)]
enum Sample {
    /// The clock has moved since the last sample, or something was recorded.
    Moved,
    /// The scheduler runs without parking, and the probe has had some of its turns.
    ProbeRuns,
    /// As before, and the probe has had them all.
    ProbeDone,
    /// Nothing happened; this is what it would mean if nothing ever did.
    Unresponsive(Stuck),
}

/// What the last sample of a run showed.
struct LastSample<'a> {
    run_state: &'a RunState,
    recorder: &'a Recorder,
    moves: u64,
    events: u64,
    /// Turns that the probe still wanted; `None` while it has not been started.
    wanted: Option<u32>,
}

impl LastSample<'_> {
    fn sample(&mut self) -> Sample {
        let (moves, events) = (self.run_state.moves(), self.recorder.events());
        let settling = self.run_state.is_settling();
        if settling || (moves, events) != (self.moves, self.events) {
            (self.moves, self.events) = (moves, events);
            self.wanted = None;
            return Sample::Moved;
        }
        if self.run_state.is_idle() {
            return Sample::Unresponsive(Stuck::OnAnotherThread);
        }
        // A run has its probe before any of the answer's code runs.
        let Some(probe) = self.run_state.probe() else {
            return Sample::Unresponsive(Stuck::InACall);
        };
        let wanted = probe.wanted();
        match self.wanted.replace(wanted) {
            Some(_) if wanted == 0 => {
                self.wanted = Some(probe.start());
                Sample::ProbeDone
            }
            Some(before) if wanted < before => Sample::ProbeRuns,
            Some(_) => Sample::Unresponsive(Stuck::InOnePoll),
            None => {
                self.wanted = Some(probe.start());
                Sample::ProbeRuns
            }
        }
    }
}
