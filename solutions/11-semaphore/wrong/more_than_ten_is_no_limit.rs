//! Takes any limit of more than ten for none at all. | all_of_this_holds_for_whatever_list: "calls were under way; the promise is"

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
