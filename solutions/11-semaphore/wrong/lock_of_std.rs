//! A lock of std for each line: whoever has to wait for one blocks the thread. | every_job_gets_its_reply_in_the_order_of_the_list: "The thread was blocked" | never_are_more_calls_under_way_than_the_limit: "The thread was blocked" | as_many_calls_as_the_limit_allows_begin_at_once: "The thread was blocked" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "The thread was blocked" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "The thread was blocked" | two_lists_at_the_same_time_have_a_limit_each: "The thread was blocked"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::sync::Mutex;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let lines: Vec<Mutex<()>> = (0..limit).map(|_| Mutex::new(())).collect();
    let lines = &lines;
    join_all(jobs.into_iter().enumerate().map(async |(place, job)| {
        let _line = lines[place % lines.len()].lock().unwrap();
        job.call().await
    }))
    .await
}
