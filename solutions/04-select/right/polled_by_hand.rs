//! Both futures are polled by hand until one is ready.

pub mod given;

use given::Mirror;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut a = pin!(a.download());
    let mut b = pin!(b.download());
    poll_fn(|cx| match a.as_mut().poll(cx) {
        Poll::Ready(copy) => Poll::Ready(copy),
        Poll::Pending => b.as_mut().poll(cx),
    })
    .await
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut download = Box::pin(m.download());
    let mut timer = Box::pin(sleep(patience));
    poll_fn(move |cx| {
        if timer.as_mut().poll(cx).is_ready() {
            return Poll::Ready(None);
        }
        download.as_mut().poll(cx).map(Some)
    })
    .await
}
