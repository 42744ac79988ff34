//! Takes a permit for each call before any of them is awaited, so nobody gives one back. | every_job_gets_its_reply_in_the_order_of_the_list: "inside of the future" | never_are_more_calls_under_way_than_the_limit: "inside of the future" | as_many_calls_as_the_limit_allows_begin_at_once: "inside of the future" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "inside of the future" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "inside of the future" | two_lists_at_the_same_time_have_a_limit_each: "This is a hang"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    let mut calls = Vec::new();
    for job in jobs {
        let permit = semaphore.clone().acquire_owned().await.expect("nobody closes it");
        calls.push(async move {
            let _permit = permit;
            job.call().await
        });
    }
    join_all(calls).await
}
