//! A static lock for the whole function: one list has to wait for the other. | two_lists_at_the_same_time_have_a_limit_each: "for the sake of the other"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::{Mutex, Semaphore};

static TELEPHONE: Mutex<()> = Mutex::const_new(());

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let _mine = TELEPHONE.lock().await;
    let semaphore = Semaphore::new(limit);
    let calls = jobs.into_iter().map(async |job| {
        let _permit = semaphore.acquire().await.unwrap();
        job.call().await
    });
    join_all(calls).await
}
