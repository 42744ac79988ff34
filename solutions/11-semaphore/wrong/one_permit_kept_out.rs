//! Makes one permit more than the limit, which panics where the limit is the most there can be. | all_of_this_holds_for_whatever_list: "more than MAX_PERMITS permits"
pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let sem = Semaphore::new(limit + 1);
    let kept = sem.acquire().await.unwrap();
    let sem_ref = &sem;
    let replies = join_all(jobs.into_iter().map(|job| async move {
        let _permit = sem_ref.acquire().await.unwrap();
        job.call().await
    }))
    .await;
    drop(kept);
    replies
}
