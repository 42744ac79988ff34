//! Polled from a list whose order changes, emptied by hand; and the patience spent in slices.

pub mod given;

use given::Mirror;
use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;
use tokio::time::{Instant, timeout};

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut rivals = vec![Box::pin(a.download()), Box::pin(b.download())];
    let copy = poll_fn(|cx| {
        rivals.reverse();
        for rival in &mut rivals {
            if let Poll::Ready(copy) = rival.as_mut().poll(cx) {
                return Poll::Ready(copy);
            }
        }
        Poll::Pending
    })
    .await;
    rivals.clear();
    copy
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let began = Instant::now();
    let mut download = Box::pin(m.download());
    // The download is the same one throughout.
    loop {
        let left = patience - began.elapsed();
        let slice = left.min(Duration::from_secs(70));
        if let Ok(copy) = timeout(slice, &mut download).await {
            return Some(copy);
        }
        if slice == left {
            return None;
        }
    }
}
