//! Turns the limit into a u16, so that a large one can become none. | all_of_this_holds_for_whatever_list: "It never ended"
pub mod given;

use given::{Job, Reply};

use futures::future::join_all;
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let lines = Semaphore::new(usize::from(limit as u16));
    join_all(jobs.into_iter().map(|job| async {
        let _line = lines.acquire().await;
        job.call().await
    }))
    .await
}
