//! Makes the download, sleeps, and polls it for the first time when all is over. | a_copy_that_comes_in_time_is_returned_at_once: "does nothing until it is polled"

pub mod given;

use futures::FutureExt;
use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let download = m.download();
    sleep(patience).await;
    download.now_or_never()
}
