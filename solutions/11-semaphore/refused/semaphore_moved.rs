//! Gives the one semaphore away to the first call. | moved-into-task: "The async block or closure took"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let permits = Semaphore::new(limit);
    let mut calls = Vec::new();
    for job in jobs {
        calls.push(async move {
            let _permit = permits.acquire().await.unwrap();
            job.call().await
        });
    }
    futures::future::join_all(calls).await
}
