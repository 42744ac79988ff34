//! Makes a new semaphore for every job, and never has to wait for it. | never_are_more_calls_under_way_than_the_limit: "Nothing held any call back"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    join_all(jobs.into_iter().map(async |job| {
        let semaphore = Semaphore::new(limit);
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
