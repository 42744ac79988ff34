//! One race of its own, polled by hand as a Future, for both functions.

pub mod given;

use futures::future::{Either, FutureExt};
use given::Mirror;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::sleep;

struct Race<A, B>(Pin<Box<A>>, Pin<Box<B>>);

impl<A: Future, B: Future> Future for Race<A, B> {
    type Output = Either<A::Output, B::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if let Poll::Ready(left) = self.0.poll_unpin(cx) {
            return Poll::Ready(Either::Left(left));
        }
        self.1.poll_unpin(cx).map(Either::Right)
    }
}

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    match Race(Box::pin(a.download()), Box::pin(b.download())).await {
        Either::Left(copy) | Either::Right(copy) => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    match Race(Box::pin(m.download()), Box::pin(sleep(patience))).await {
        Either::Left(copy) => Some(copy),
        Either::Right(()) => None,
    }
}
