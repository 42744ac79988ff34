//! Looks ten times a second whether a permit is there. | a_line_that_is_free_goes_to_the_next_job_at_that_moment: "was a timer"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    join_all(jobs.into_iter().map(async |job| {
        let _permit = loop {
            match semaphore.try_acquire() {
                Ok(permit) => break permit,
                Err(_) => sleep(Duration::from_millis(100)).await,
            }
        };
        job.call().await
    }))
    .await
}
