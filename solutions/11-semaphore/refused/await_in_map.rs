//! Awaits in a closure that is not async. | await-outside-async: "`.await` only works inside an `async"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let permits = Semaphore::new(limit);
    let call = |job: Job| {
        let _permit = permits.acquire().await.unwrap();
        job.call()
    };
    futures::future::join_all(jobs.into_iter().map(call)).await
}
