//! The list is cut in halves, and these in halves, down to single calls; one semaphore for all.

pub mod given;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, join};
use given::{Job, Reply};
use tokio::sync::Semaphore;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    call_all(jobs, &Semaphore::new(limit)).await
}

fn call_all(mut jobs: Vec<Job>, lines: &Semaphore) -> LocalBoxFuture<'_, Vec<Reply>> {
    async move {
        if jobs.len() > 1 {
            let rest = jobs.split_off(jobs.len() / 2);
            let (mut replies, others) = join(call_all(jobs, lines), call_all(rest, lines)).await;
            replies.extend(others);
            return replies;
        }
        let Some(job) = jobs.pop() else { return Vec::new() };
        let _permit = lines.acquire().await.unwrap();
        vec![job.call().await]
    }
    .boxed_local()
}
