//! Spawns both downloads and lets the handles race: the loser goes on. | the_slower_download_is_broken_off_when_the_faster_is_done: "Dropping a JoinHandle does not stop its task"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let a = tokio::spawn(a.download());
    let b = tokio::spawn(b.download());
    tokio::select! {
        copy = a => copy.unwrap(),
        copy = b => copy.unwrap(),
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
