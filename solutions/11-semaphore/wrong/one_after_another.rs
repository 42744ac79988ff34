//! Takes a permit and makes the call, all within the loop. | as_many_calls_as_the_limit_allows_begin_at_once: "held up the next round" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "let each wait for a permit of its own"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let mut replies = Vec::new();
    for job in jobs {
        let _permit = semaphore.acquire().await.unwrap();
        replies.push(job.call().await);
    }
    replies
}
