//! Takes as many replies as there are lines, and leaves the other tasks to themselves. | every_job_gets_its_reply_in_the_order_of_the_list: "It has replies of frost, brandt;" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "spawned task"

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
            let _permit = semaphore.acquire().await.unwrap();
            job.call().await
        }));
    }
    let mut replies = Vec::new();
    for task in tasks.into_iter().take(limit) {
        replies.push(task.await.unwrap());
    }
    replies
}
