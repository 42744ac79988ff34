//! A static semaphore lets two lists begin, and a third has to wait. | all_of_this_holds_for_whatever_list: "Each of them is right when it is alone."
pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

static LISTS: Semaphore = Semaphore::const_new(2);

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let _turn = LISTS.acquire().await.unwrap();
    let sem = &Semaphore::new(limit);
    join_all(jobs.into_iter().map(|job| async move {
        let _permit = sem.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
