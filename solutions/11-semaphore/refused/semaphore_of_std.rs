//! Imports a semaphore from std. | not-in-std: "add `use tokio::sync::Semaphore;`"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let calls = jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    });
    join_all(calls).await
}
