//! Binds the permit to `_`, which drops it on the spot. | never_are_more_calls_under_way_than_the_limit: "drops it on the spot"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    join_all(jobs.into_iter().map(async |job| {
        let _ = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
