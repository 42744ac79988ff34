//! Returns an iterator where a list is promised. | iterator-for-list: "does nothing until something asks it"

pub mod given;

use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    jobs.into_iter().map(|job| job.call())
}
