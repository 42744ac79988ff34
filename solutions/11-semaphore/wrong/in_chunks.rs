//! Cuts the list into groups and waits for each group as a whole. | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "a whole group had to end"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};

pub async fn call_partners(mut jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut replies = Vec::new();
    while !jobs.is_empty() {
        let rest = jobs.split_off(limit.min(jobs.len()));
        replies.extend(join_all(jobs.into_iter().map(Job::call)).await);
        jobs = rest;
    }
    replies
}
