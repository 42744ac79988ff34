//! Lets a call begin only when a whole group of them is there: the last group may never be full. | every_job_gets_its_reply_in_the_order_of_the_list: "This is a hang" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "This is a hang" | as_many_calls_as_the_limit_allows_begin_at_once: "what the others wait for never comes" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "This is a hang"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::{Barrier, Semaphore};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let (semaphore, group) = (Semaphore::new(limit), Barrier::new(limit));
    let calls = jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.expect("nobody closes it");
        group.wait().await;
        job.call().await
    });
    join_all(calls).await
}
