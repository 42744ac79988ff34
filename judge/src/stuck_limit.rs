//! The real time after which a run counts as stuck.
//!
//! Patience ends by the clock, but not by the clock alone. On a machine that was asleep the looks come
//! late too, so there have to be some. And on a busy one a thread that only looks now and then is served
//! before one that works: with 80 threads to two cores, an answer that needed a few milliseconds was once
//! in 700 runs still waiting for them after 1.5 s and 40 looks. So nothing counts as stuck that may
//! still be waiting for a core: its threads must either sleep, or have been on one for longer than any
//! healthy run between two signs of life. Where the system does not tell, the watch works for as long
//! itself; a scheduler that is fair has then served both.

use crate::threads::{OtherThreads, others};
use std::time::{Duration, Instant};

/// Real time between two looks.
pub(crate) const TICK: Duration = Duration::from_millis(10);

/// For how long looks in a row may find a run stuck, and how many they must be at the least. Stories
/// take whole seconds, so an answer that blocks for 1 s or for 2 s is always on the same side of it.
const STUCK_AFTER: Duration = Duration::from_millis(1_500);
const MIN_SAMPLES: u32 = 10;

/// After how long a thread may be noticed that is blocked for a short while.
const SAMPLE_THREADS_AFTER: Duration = Duration::from_millis(300);

/// After how long the watch begins to ask what the threads are about, and how long they must have been
/// on a core if they do not sleep.
const MEASURE_THREADS_AFTER: Duration = Duration::from_millis(750);
pub(crate) const MIN_TIME_ON_CORE: Duration = Duration::from_millis(50);

/// Looks in a row that found a run stuck.
#[derive(Clone, Copy)]
pub(crate) struct StuckPeriod {
    since: Instant,
    samples: u32,
    /// For how many looks in a row, from [`MEASURE_THREADS_AFTER`] on, all threads were asleep.
    asleep: u32,
    /// How long the threads had been on a core at [`MEASURE_THREADS_AFTER`].
    before: Option<Duration>,
    /// How long they have been on one since, or the watch in their place.
    worked: Duration,
    /// Whether it is the watch that works, since the system does not tell.
    in_their_place: bool,
}

impl Default for StuckPeriod {
    fn default() -> StuckPeriod {
        // The look that finds it has waited for a tick.
        let since = Instant::now() - TICK;
        let (before, worked) = (None, Duration::ZERO);
        StuckPeriod { since, samples: 0, asleep: 0, before, worked, in_their_place: false }
    }
}

impl StuckPeriod {
    /// One more look that found it stuck.
    pub(crate) fn goes_on(&mut self) {
        self.samples += 1;
        if self.since.elapsed() < SAMPLE_THREADS_AFTER {
            return;
        }
        let others = others();
        self.in_their_place = others.is_none();
        match others {
            Some(_) if self.since.elapsed() < MEASURE_THREADS_AFTER => {}
            Some(OtherThreads { runnable, worked }) => {
                self.asleep = if runnable { 0 } else { self.asleep + 1 };
                self.worked = worked.saturating_sub(*self.before.get_or_insert(worked));
            }
            None if self.worked < MIN_TIME_ON_CORE => self.worked += work(TICK),
            None => {}
        }
    }

    /// How long it has been so, where only the watch's own work can tell: that of a core so much was to be
    /// had that whoever only waited for one would have gone on.
    pub(crate) fn by_own_work(self) -> Option<Duration> {
        let sure = self.in_their_place && self.worked >= MIN_TIME_ON_CORE;
        sure.then(|| self.since.elapsed())
    }

    pub(crate) fn is_too_long(self) -> bool {
        let is_no_longer_in_doubt = self.asleep >= MIN_SAMPLES || self.worked >= MIN_TIME_ON_CORE;
        self.samples >= MIN_SAMPLES && is_no_longer_in_doubt && self.since.elapsed() >= STUCK_AFTER
    }
}

/// Keeps a core busy for as long as `time`, and returns it. (Of its own time on a core, std tells a
/// thread nothing. But between two readings of the clock lies next to nothing, unless others had the
/// core.)
pub(crate) fn work(time: Duration) -> Duration {
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

#[cfg(test)]
mod tests {
    use super::work;
    use std::time::{Duration, Instant};

    #[test]
    fn work_takes_at_least_as_long_as_it_says() {
        let (began, time) = (Instant::now(), Duration::from_millis(5));
        let worked = work(time);
        assert!(time <= worked && worked <= began.elapsed());
    }
}
