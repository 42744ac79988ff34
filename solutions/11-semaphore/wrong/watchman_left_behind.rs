//! Leaves a task behind that counts the free lines for ever. | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "1 spawned task was still running"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use lab::SECOND;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::time::interval;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let watched = semaphore.clone();
    tokio::spawn(async move {
        let mut every_second = interval(SECOND);
        loop {
            every_second.tick().await;
            lab::say!("{} lines free", watched.available_permits());
        }
    });
    join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
