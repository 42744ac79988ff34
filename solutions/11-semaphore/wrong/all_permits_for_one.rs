//! Takes all the permits for every single call. | as_many_calls_as_the_limit_allows_begin_at_once: "At the start 1 call was begun" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "only one permit to be had"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire_many(limit as u32).await.unwrap();
        job.call().await
    }))
    .await
}
