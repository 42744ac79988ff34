//! Allows three calls, whatever the limit. | never_are_more_calls_under_way_than_the_limit: "no more than 2"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, _limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(3);
    join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
