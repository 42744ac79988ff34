//! Hangs up after a minute, and goes without that reply. | all_of_this_holds_for_whatever_list: "was made for its whole"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let replies = join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        timeout(Duration::from_secs(60), job.call()).await.ok()
    }));
    replies.await.into_iter().flatten().collect()
}
