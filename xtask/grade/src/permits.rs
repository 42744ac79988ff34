//! A semaphore: limits how many threads are at work at the same time.

use std::sync::{Condvar, Mutex, PoisonError};

/// Lets so many in at a time; whoever comes later waits.
pub struct Permits {
    free: Mutex<usize>,
    left: Condvar,
}

/// A place inside, until it is dropped.
pub struct Permit<'a>(&'a Permits);

impl Permits {
    pub fn of(permits: usize) -> Permits {
        Permits { free: Mutex::new(permits), left: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.left.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        Permit(self)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::Permits;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::thread;

    #[test]
    fn no_more_are_inside_than_there_are_places() {
        let (permits, inside, most) = (Permits::of(3), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..30 {
                scope.spawn(|| {
                    let _permit = permits.acquire();
                    most.fetch_max(inside.fetch_add(1, SeqCst) + 1, SeqCst);
                    thread::yield_now();
                    inside.fetch_sub(1, SeqCst);
                });
            }
        });
        assert!((1..=3).contains(&most.into_inner()));
    }
}
