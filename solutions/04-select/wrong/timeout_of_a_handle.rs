//! Spawns the download and puts the time limit on its handle. | giving_up_breaks_off_the_download: "Dropping a JoinHandle does not stop its task"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let download = tokio::spawn(m.download());
    timeout(patience, download).await.ok()?.ok()
}
