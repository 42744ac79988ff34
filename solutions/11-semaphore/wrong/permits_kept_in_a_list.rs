//! Keeps the permits beside the tasks, so that none comes back before the end. | every_job_gets_its_reply_in_the_order_of_the_list: "A permit comes back when its guard is dropped" | never_are_more_calls_under_way_than_the_limit: "A permit comes back when its guard is dropped" | as_many_calls_as_the_limit_allows_begin_at_once: "A permit comes back when its guard is dropped" | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "A permit comes back when its guard is dropped" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "A permit comes back when its guard is dropped" | two_lists_at_the_same_time_have_a_limit_each: "A permit comes back when its guard is dropped"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let mut tasks = Vec::new();
    for job in jobs {
        let permit = semaphore.acquire().await.unwrap();
        tasks.push((permit, tokio::spawn(job.call())));
    }
    let mut replies = Vec::new();
    for (permit, task) in tasks {
        replies.push(task.await.unwrap());
        drop(permit);
    }
    replies
}
