//! Spawned tasks, raced by their handles; the loser is aborted and not waited for.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut a = tokio::spawn(a.download());
    let mut b = tokio::spawn(b.download());
    tokio::select! {
        copy = &mut a => {
            b.abort();
            copy.unwrap()
        }
        copy = &mut b => {
            a.abort();
            copy.unwrap()
        }
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut task = tokio::spawn(m.download());
    match timeout(patience, &mut task).await {
        Ok(copy) => Some(copy.unwrap()),
        Err(_) => {
            task.abort();
            None
        }
    }
}
