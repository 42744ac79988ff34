//! Has 512 permits at most. | all_of_this_holds_for_whatever_list: "calls were under way"
pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

/// More than anybody has lines for.
const PLENTY: usize = 512;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit.min(PLENTY));
    join_all(jobs.into_iter().map(|job| async {
        let _permit = semaphore.acquire().await.expect("never closed");
        job.call().await
    }))
    .await
}
