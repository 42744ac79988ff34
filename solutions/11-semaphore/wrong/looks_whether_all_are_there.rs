//! Looks now and then whether all replies are there. | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "and it returned at"

pub mod given;

use given::{Job, Reply};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let many = jobs.len();
    let semaphore = Arc::new(Semaphore::new(limit));
    let replies = Arc::new(Mutex::new(Vec::new()));
    for (place, job) in jobs.into_iter().enumerate() {
        let (semaphore, replies) = (semaphore.clone(), replies.clone());
        tokio::spawn(async move {
            let _permit = semaphore.acquire().await.unwrap();
            let reply = job.call().await;
            replies.lock().unwrap().push((place, reply));
        });
    }
    while replies.lock().unwrap().len() < many {
        sleep(Duration::from_millis(100)).await;
    }
    let mut replies = std::mem::take(&mut *replies.lock().unwrap());
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
