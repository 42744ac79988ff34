//! Awaits handles behind references. | handle-by-reference: "Awaiting a JoinHandle takes it"

pub mod given;

use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let mut handles = Vec::new();
    for job in jobs {
        let semaphore = Arc::clone(&semaphore);
        handles.push(tokio::spawn(async move {
            let _permit = semaphore.acquire().await.unwrap();
            job.call().await
        }));
    }
    let mut replies = Vec::new();
    for handle in &handles {
        replies.push(handle.await.unwrap());
    }
    replies
}
