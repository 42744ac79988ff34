//! A shared place for the copy, and a Notify that it is there.

pub mod given;

use given::Mirror;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;

#[derive(Default)]
struct Finish {
    copy: OnceLock<String>,
    there: Notify,
}

async fn run(mirror: Mirror, finish: Arc<Finish>) {
    let _ = finish.copy.set(mirror.download().await);
    finish.there.notify_one();
}

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let finish = Arc::new(Finish::default());
    let a = tokio::spawn(run(a, finish.clone()));
    let b = tokio::spawn(run(b, finish.clone()));
    finish.there.notified().await;
    a.abort();
    b.abort();
    finish.copy.get().unwrap().clone()
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let finish = Arc::new(Finish::default());
    let task = tokio::spawn(run(m, finish.clone()));
    let _ = timeout(patience, finish.there.notified()).await;
    task.abort();
    finish.copy.get().cloned()
}
