//! `own_waker` polls a future as a runtime polls a task: only when it was woken itself.

use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

/// `future`, which is polled only when its own waker was called, whoever polls it. For stories in which many
/// people share one task: each of them is woken by what happens to the others, and so an answer that forgets
/// to wake somebody would never be found out.
pub fn own_waker<F: Future>(future: F) -> impl Future<Output = F::Output> {
    let mut future = Box::pin(future);
    let own = Arc::new(OwnWaker { woken: AtomicBool::new(true), outer: Mutex::new(None) });
    let waker = Waker::from(own.clone());
    poll_fn(move |context| {
        *own.outer.lock().unwrap_or_else(PoisonError::into_inner) = Some(context.waker().clone());
        if !own.woken.swap(false, Ordering::AcqRel) {
            return Poll::Pending;
        }
        future.as_mut().poll(&mut Context::from_waker(&waker))
    })
}

struct OwnWaker {
    woken: AtomicBool,
    /// Of the task that polls it.
    outer: Mutex<Option<Waker>>,
}

impl Wake for OwnWaker {
    fn wake(self: Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        let outer = self.outer.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(outer) = outer {
            outer.wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own_waker;
    use std::cell::RefCell;
    use std::future::poll_fn;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn it_is_polled_at_first_and_then_only_when_it_is_woken() {
        let (polls, waker) = (RefCell::new(0), RefCell::new(None));
        let mut future = pin!(own_waker(poll_fn(|context| {
            *polls.borrow_mut() += 1;
            *waker.borrow_mut() = Some(context.waker().clone());
            if *polls.borrow() == 2 { Poll::Ready("over") } else { Poll::Pending }
        })));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..3 {
            assert!(future.as_mut().poll(&mut context).is_pending());
        }
        assert_eq!(*polls.borrow(), 1);
        waker.take().unwrap().wake();
        assert_eq!(future.as_mut().poll(&mut context), Poll::Ready("over"));
    }

    #[tokio::test]
    async fn who_polls_it_is_woken_too() {
        own_waker(tokio::task::yield_now()).await;
    }
}
