//! Spawns a task that borrows the semaphore. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let permits = Semaphore::new(limit);
    let mut calls = Vec::new();
    for job in jobs {
        let permit = permits.acquire().await.unwrap();
        calls.push(tokio::spawn(async move {
            let reply = job.call().await;
            drop(permit);
            reply
        }));
    }
    let mut replies = Vec::new();
    for call in calls {
        replies.push(call.await.unwrap());
    }
    replies
}
