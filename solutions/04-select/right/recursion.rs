//! Recursion: over a list of mirrors, and over slices of the patience.

pub mod given;
use futures::future::{BoxFuture, FutureExt};
use given::Mirror;
use std::time::Duration;
fn race(mut mirrors: Vec<Mirror>) -> BoxFuture<'static, String> {
    async move {
        match mirrors.pop() {
            None => std::future::pending().await,
            Some(m) => tokio::select! {
                biased;
                copy = race(mirrors) => copy,
                copy = m.download() => copy,
            },
        }
    }
    .boxed()
}
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    race(vec![a, b]).await
}
async fn slept(mut patience: Duration) {
    let day = Duration::from_secs(24 * 3600);
    while patience > day {
        // Measured, so that rounding does not add up.
        let begun = tokio::time::Instant::now();
        tokio::time::sleep(day).await;
        patience = patience.saturating_sub(begun.elapsed());
    }
    tokio::time::sleep(patience).await;
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let (download, alarm) = (m.download(), slept(patience));
    tokio::pin!(download, alarm);
    std::future::poll_fn(|cx| match download.as_mut().poll(cx) {
        std::task::Poll::Ready(copy) => std::task::Poll::Ready(Some(copy)),
        std::task::Poll::Pending => alarm.as_mut().poll(cx).map(|()| None),
    })
    .await
}
