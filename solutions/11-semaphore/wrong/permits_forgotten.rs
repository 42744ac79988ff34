//! Forgets the permits, which then never come back. | every_job_gets_its_reply_in_the_order_of_the_list: "This is a hang" | never_are_more_calls_under_way_than_the_limit: "This is a hang" | as_many_calls_as_the_limit_allows_begin_at_once: "This is a hang" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "This is a hang" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "This is a hang" | two_lists_at_the_same_time_have_a_limit_each: "This is a hang"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    join_all(jobs.into_iter().map(async |job| {
        semaphore.acquire().await.unwrap().forget();
        job.call().await
    }))
    .await
}
