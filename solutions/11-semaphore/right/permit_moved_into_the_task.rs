//! A JoinSet: a permit is taken before each task is spawned, and the task takes it along.

pub mod given;

use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let mut tasks = JoinSet::new();
    for (place, job) in jobs.into_iter().enumerate() {
        // An owned permit borrows nothing, so it can move into the task, and ends with it.
        let permit = semaphore.clone().acquire_owned().await.expect("nobody closes it");
        tasks.spawn(async move {
            let reply = job.call().await;
            drop(permit);
            (place, reply)
        });
    }
    let mut replies = tasks.join_all().await;
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
