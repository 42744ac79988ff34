//! `join_all` awaits many futures at the same time, for stories with many people.

use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

/// What all of `futures` return, in their order. Each is dropped when it has returned.
///
/// It polls all of them whenever one is woken, so it is for hundreds, not for thousands. What futures'
/// `join_all` has for those, a queue and a heap, would be compiled anew with every test program.
pub fn join_all<'a, F>(futures: impl IntoIterator<Item = F>) -> JoinAll<'a, F::Output>
where
    F: Future + 'a,
{
    JoinAll(futures.into_iter().map(|future| Part::Pending(Box::pin(future))).collect())
}

/// The future of [`join_all`].
#[must_use = "futures do nothing unless they are awaited"]
pub struct JoinAll<'a, T>(Vec<Part<'a, T>>);

impl<T: Unpin> Future for JoinAll<'_, T> {
    type Output = Vec<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Vec<T>> {
        let mut ready = true;
        for part in &mut self.0 {
            ready &= part.is_ready(cx);
        }
        if !ready {
            return Poll::Pending;
        }
        let value = |part| match part {
            Part::Ready(value) => Some(value),
            Part::Pending(_) => None,
        };
        Poll::Ready(mem::take(&mut self.0).into_iter().filter_map(value).collect())
    }
}

enum Part<'a, T> {
    Pending(Pin<Box<dyn Future<Output = T> + 'a>>),
    Ready(T),
}

impl<T> Part<'_, T> {
    fn is_ready(&mut self, cx: &mut Context<'_>) -> bool {
        if let Part::Pending(future) = self
            && let Poll::Ready(value) = future.as_mut().poll(cx)
        {
            *self = Part::Ready(value);
        }
        matches!(self, Part::Ready(_))
    }
}

#[cfg(test)]
mod tests {
    use super::join_all;
    use std::cell::RefCell;
    use std::time::Duration;
    use tokio::time::{Instant, sleep};

    #[tokio::test(start_paused = true)]
    async fn they_run_at_the_same_time_and_come_back_in_their_order() {
        let ended = RefCell::new(Vec::new());
        let began = Instant::now();
        let each = [3, 1, 2].map(|n| {
            let ended = &ended;
            async move {
                sleep(Duration::from_secs(n)).await;
                ended.borrow_mut().push(n);
                n
            }
        });
        assert_eq!(join_all(each).await, [3, 1, 2]);
        assert_eq!(began.elapsed(), Duration::from_secs(3));
        assert_eq!(*ended.borrow(), [1, 2, 3]);
        assert!(join_all(std::iter::empty::<std::future::Ready<()>>()).await.is_empty());
    }
}
