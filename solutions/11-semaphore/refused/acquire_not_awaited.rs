//! Takes the future of a permit for the permit. | not-awaited: "Calling an `async fn` only creates"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let permits = &Semaphore::new(limit);
    let calls = jobs.into_iter().map(|job| async move {
        let _permit = permits.acquire().unwrap();
        job.call().await
    });
    futures::future::join_all(calls).await
}
