//! Takes a permit for itself before it hands out the others. | never_are_more_calls_under_way_than_the_limit: "This is a hang" | as_many_calls_as_the_limit_allows_begin_at_once: "3 begin at once" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "2 of 3 lines were in use" | two_lists_at_the_same_time_have_a_limit_each: "This is a hang"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let _mine = semaphore.acquire().await.unwrap();
    join_all(jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    }))
    .await
}
