//! Takes the permit in a block of its own and makes the call when that block is over. | never_are_more_calls_under_way_than_the_limit: "the end of its scope"

pub mod given;

use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let mut tasks = Vec::new();
    for job in jobs {
        let semaphore = semaphore.clone();
        tasks.push(tokio::spawn(async move {
            let call = {
                let _permit = semaphore.acquire().await.unwrap();
                job.call()
            };
            call.await
        }));
    }
    let mut replies = Vec::new();
    for task in tasks {
        replies.push(task.await.unwrap());
    }
    replies
}
