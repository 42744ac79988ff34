//! Tasks that pop the last job from a shared list, so the list is worked through backwards.

pub mod given;

use given::{Job, Reply};
use std::sync::{Arc, Mutex};
use tokio::task::{JoinSet, yield_now};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let callers = limit.min(jobs.len());
    let list = Arc::new(Mutex::new(jobs.into_iter().enumerate().collect::<Vec<_>>()));
    let mut tasks = JoinSet::new();
    for _ in 0..callers {
        let list = list.clone();
        tasks.spawn(async move {
            let mut replies = Vec::new();
            loop {
                yield_now().await;
                let Some((place, job)) = list.lock().unwrap().pop() else { return replies };
                replies.push((place, job.call().await));
            }
        });
    }
    let mut replies = tasks.join_all().await.into_iter().flatten().collect::<Vec<_>>();
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
