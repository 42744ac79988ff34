//! Asks for an owned permit without an Arc. | owned-needs-arc: "shared in an `Arc`"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let sem = Semaphore::new(limit);
    let mut r = Vec::new();
    for job in jobs {
        let p = sem.acquire_owned().await.unwrap();
        r.push(job.call().await);
    }
    r
}
