//! A task of the judge's that shows whether the scheduler of a run still runs.

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use tokio::task::yield_now;

/// How many turns it takes when it is started.
const TURNS_PER_START: u32 = 500;

/// A task that does nothing until it is started, and then takes [`TURNS_PER_START`] turns.
#[derive(Clone, Default)]
pub(crate) struct SchedulerProbe(Arc<SchedulerProbeState>);

#[derive(Default)]
struct SchedulerProbeState {
    wanted: AtomicU32,
    waker: Mutex<Option<Waker>>,
}

impl SchedulerProbe {
    /// Asks for turns; returns how many.
    pub(crate) fn start(&self) -> u32 {
        self.0.wanted.store(TURNS_PER_START, Relaxed);
        self.wake();
        TURNS_PER_START
    }

    pub(crate) fn wake(&self) {
        let waker = self.0.waker.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    pub(crate) fn wanted(&self) -> u32 {
        self.0.wanted.load(Relaxed)
    }
}

impl Future for SchedulerProbe {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        *self.0.waker.lock().unwrap_or_else(PoisonError::into_inner) = Some(cx.waker().clone());
        let wanted = self.0.wanted.load(Relaxed);
        if wanted > 0 {
            self.0.wanted.store(wanted - 1, Relaxed);
            // One turn for each round of the scheduler. A task that wakes itself gets up to 61 of them
            // while others that yield get one, and then few polls would look like many.
            let _ = pin!(yield_now()).poll(cx);
        }
        Poll::Pending
    }
}
