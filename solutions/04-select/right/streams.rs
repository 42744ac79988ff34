//! Each download is a stream of one item: the merged stream's first, and a stream until a timer.

pub mod given;

use futures::FutureExt;
use futures::stream::{self, StreamExt};
use given::Mirror;
use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (a, b) = (pin!(a.download().into_stream()), pin!(b.download().into_stream()));
    stream::select(a, b).next().await.unwrap()
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    pin!(m.download().into_stream().take_until(sleep(patience))).next().await
}
