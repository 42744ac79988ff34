//! Allows twenty calls at most, because more were never needed. | all_of_this_holds_for_whatever_list: "20 calls were under way; the promise is"

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
