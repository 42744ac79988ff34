//! Only tries for a permit: whoever gets none is not called at all. | every_job_gets_its_reply_in_the_order_of_the_list: "It has replies of frost, brandt;"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let semaphore = Semaphore::new(limit);
    let replies = join_all(jobs.into_iter().map(async |job| match semaphore.try_acquire() {
        Ok(_permit) => Some(job.call().await),
        Err(_) => None,
    }));
    replies.await.into_iter().flatten().collect()
}
