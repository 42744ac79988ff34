//! Waits until a permit is there, and never takes it. | never_are_more_calls_under_way_than_the_limit: "Nothing held any call back"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;
use tokio::task::yield_now;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    join_all(jobs.into_iter().map(async |job| {
        while semaphore.available_permits() == 0 {
            yield_now().await;
        }
        job.call().await
    }))
    .await
}
