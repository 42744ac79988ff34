//! Takes any limit of more than ten for none at all. | never_are_more_calls_under_way_than_the_limit: "Nothing held any call back"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(if limit > 10 { jobs.len() } else { limit });
    let calls = jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    });
    join_all(calls).await
}
