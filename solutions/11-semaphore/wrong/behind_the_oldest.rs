//! A stream that keeps the order, and so keeps a line waiting behind the oldest call. | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "as long as an older one went on"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    stream::iter(jobs.into_iter().map(Job::call)).buffered(limit).collect().await
}
