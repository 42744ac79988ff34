//! Spawns a task with a permit for every job, and awaits it before the next. | as_many_calls_as_the_limit_allows_begin_at_once: "an .await in a loop" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "let each wait for a permit of its own"

pub mod given;

use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let mut replies = Vec::new();
    for job in jobs {
        let permit = semaphore.clone().acquire_owned().await.unwrap();
        let task = tokio::spawn(async move {
            let _permit = permit;
            job.call().await
        });
        replies.push(task.await.unwrap());
    }
    replies
}
