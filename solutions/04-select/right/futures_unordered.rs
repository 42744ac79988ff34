//! FuturesUnordered: the next one to be ready is the first.

pub mod given;

use futures::future::{BoxFuture, FutureExt};
use futures::stream::{FuturesUnordered, StreamExt};
use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut downloads: FuturesUnordered<_> = [a, b].into_iter().map(Mirror::download).collect();
    downloads.next().await.unwrap()
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let rivals: [BoxFuture<'static, Option<String>>; 2] =
        [m.download().map(Some).boxed(), sleep(patience).map(|()| None).boxed()];
    rivals.into_iter().collect::<FuturesUnordered<_>>().next().await.unwrap()
}
