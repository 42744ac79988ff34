//! Forgets to import the semaphore. | not-imported: "add `use tokio::sync::Semaphore;`"

pub mod given;

use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let sem = Semaphore::new(limit);
    vec![]
}
