//! Every list adds its lines to one static semaphore, and takes whichever are free. | two_lists_at_the_same_time_have_a_limit_each: "one of them had no line at the start"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

static LINES: Semaphore = Semaphore::const_new(0);

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    LINES.add_permits(limit);
    let calls = jobs.into_iter().map(async |job| {
        let _permit = LINES.acquire().await.unwrap();
        job.call().await
    });
    let replies = join_all(calls).await;
    LINES.forget_permits(limit);
    replies
}
