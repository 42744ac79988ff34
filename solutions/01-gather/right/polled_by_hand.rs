//! Each future is polled by hand until all have their result.

pub mod given;

use given::long_task;
use std::future::poll_fn;
use std::task::Poll;

pub async fn run_all() -> Vec<u32> {
    let mut tasks: Vec<_> = (1..=3).map(|id| Box::pin(long_task(id))).collect();
    let mut ids = vec![None; 3];
    poll_fn(|cx| {
        for (task, id) in tasks.iter_mut().zip(&mut ids) {
            if id.is_none()
                && let Poll::Ready(result) = task.as_mut().poll(cx)
            {
                *id = Some(result);
            }
        }
        if ids.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    ids.into_iter().flatten().collect()
}
