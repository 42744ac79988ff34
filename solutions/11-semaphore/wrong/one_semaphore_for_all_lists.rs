//! A static semaphore, which every list has to share. | never_are_more_calls_under_way_than_the_limit: "no more than 1" | two_lists_at_the_same_time_have_a_limit_each: "a static is the same for all"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

static LINES: OnceLock<Semaphore> = OnceLock::new();

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = LINES.get_or_init(|| Semaphore::new(limit));
    join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
