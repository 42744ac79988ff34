//! A barrier at which calls on threads of their own wait for each other, so that all run at the same time.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long those who have arrived wait for the rest, in real time: less than the watch's patience.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// Whether anybody has been waited for in vain: a lock that lets one call in at a time does so in
/// every case, and it is enough to find that out once.
static TIMED_OUT_BEFORE: AtomicBool = AtomicBool::new(false);

/// A barrier of so many calls.
pub(crate) struct StartBarrier(Arc<Missing>);

struct Missing {
    calls: Mutex<usize>,
    arrival: Condvar,
}

impl StartBarrier {
    pub(crate) fn of(calls: usize) -> StartBarrier {
        StartBarrier(Arc::new(Missing { calls: Mutex::new(calls), arrival: Condvar::new() }))
    }

    /// What one of the calls has to do with it. To be taken once for each.
    pub(crate) fn member(&self) -> BarrierMember {
        BarrierMember { missing: self.0.clone(), arrived: Arc::default() }
    }
}

/// That of one call. It arrives once: clones are the same call's.
#[derive(Clone)]
pub(crate) struct BarrierMember {
    missing: Arc<Missing>,
    arrived: Arc<AtomicBool>,
}

impl BarrierMember {
    /// The call is under way, and waits until the others are too, or are over.
    pub(crate) fn arrive_and_wait(&self) {
        self.arrive();
        if TIMED_OUT_BEFORE.load(Relaxed) {
            return;
        }
        let Missing { calls, arrival } = &*self.missing;
        let calls = calls.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = arrival.wait_timeout_while(calls, MAX_WAIT, |missing| *missing > 0);
        if waited.is_ok_and(|(_, waited)| waited.timed_out()) {
            TIMED_OUT_BEFORE.store(true, Relaxed);
        }
    }

    /// It arrives when what is returned is dropped, if it has not by then.
    pub(crate) fn at_the_latest_when_dropped(self) -> impl Drop {
        ArriveOnDrop(self)
    }

    fn arrive(&self) {
        if !self.arrived.swap(true, Relaxed) {
            *self.missing.calls.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            self.missing.arrival.notify_all();
        }
    }
}

struct ArriveOnDrop(BarrierMember);

impl Drop for ArriveOnDrop {
    fn drop(&mut self) {
        self.0.arrive();
    }
}
