//! Keeps a line for each partner, and one of them waits though another line is free. | as_many_calls_as_the_limit_allows_begin_at_once: "A second call to one partner waited for the first"

pub mod given;
use futures::future::join_all;
use given::{Job, Reply};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{Mutex, Semaphore};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let permits = Semaphore::new(limit);
    let mut lines: HashMap<String, Arc<Mutex<()>>> = HashMap::new();
    let calls: Vec<_> = jobs
        .into_iter()
        .map(|job| (lines.entry(job.partner().to_owned()).or_default().clone(), job))
        .collect();
    join_all(calls.into_iter().map(|(line, job)| {
        let permits = &permits;
        async move {
            let _permit = permits.acquire().await.unwrap();
            let _line = line.lock().await;
            job.call().await
        }
    }))
    .await
}
