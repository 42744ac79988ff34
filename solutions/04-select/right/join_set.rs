//! A JoinSet: the first result counts, and dropping the set aborts the rest.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut tasks = JoinSet::new();
    tasks.spawn(a.download());
    tasks.spawn(b.download());
    tasks.join_next().await.unwrap().unwrap()
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut tasks = JoinSet::new();
    tasks.spawn(async { Some(m.download().await) });
    tasks.spawn(async move {
        sleep(patience).await;
        None
    });
    let first = tasks.join_next().await.unwrap().unwrap();
    tasks.shutdown().await;
    first
}
