//! Gives the permit back half a second after the call, to go easy on the partners. | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "was a timer" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "spawned task"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use lab::SECOND;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::time::sleep;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Arc::new(Semaphore::new(limit));
    join_all(jobs.into_iter().map(async |job| {
        let permit = semaphore.clone().acquire_owned().await.unwrap();
        let reply = job.call().await;
        tokio::spawn(async move {
            sleep(SECOND / 2).await;
            drop(permit);
        });
        reply
    }))
    .await
}
