//! Tasks of a LocalSet, which takes them along when it is dropped.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::task::{LocalSet, spawn_local};
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    LocalSet::new()
        .run_until(async {
            let (a, b) = (spawn_local(a.download()), spawn_local(b.download()));
            tokio::select! {
                copy = a => copy.unwrap(),
                copy = b => copy.unwrap(),
            }
        })
        .await
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let tasks = LocalSet::new();
    let download = tasks.spawn_local(m.download());
    tasks
        .run_until(async {
            tokio::select! {
                biased;
                () = sleep(patience) => None,
                copy = download => copy.ok(),
            }
        })
        .await
}
