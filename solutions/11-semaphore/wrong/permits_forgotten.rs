//! Forgets the permits, which then never come back. | every_job_gets_its_reply_in_the_order_of_the_list: "A permit comes back when its guard is dropped" | never_are_more_calls_under_way_than_the_limit: "A permit comes back when its guard is dropped" | as_many_calls_as_the_limit_allows_begin_at_once: "A permit comes back when its guard is dropped" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "A permit comes back when its guard is dropped" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "A permit comes back when its guard is dropped" | two_lists_at_the_same_time_have_a_limit_each: "A permit comes back when its guard is dropped"

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
