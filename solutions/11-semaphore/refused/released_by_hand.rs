//! Releases the semaphore by hand. | permit-release: "A permit is a guard"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::Semaphore;
pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let mut out = vec![];
    for job in jobs {
        semaphore.acquire().await;
        out.push(job.call().await);
        semaphore.release();
    }
    out
}
