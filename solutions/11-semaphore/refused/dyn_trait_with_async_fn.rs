//! A trait with an `async fn` is used as `dyn`. | async-in-dyn-trait: "A trait with an `async fn`"
pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

trait Line {
    async fn ring(&self, job: Job) -> Reply;
}

struct Limited(Semaphore);

impl Line for Limited {
    async fn ring(&self, job: Job) -> Reply {
        let _permit = self.0.acquire().await.unwrap();
        job.call().await
    }
}

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let line: Box<dyn Line> = Box::new(Limited(Semaphore::new(limit)));
    join_all(jobs.into_iter().map(|job| line.ring(job))).await
}
