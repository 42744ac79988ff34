//! A channel of tokens does what a semaphore does: receive one to go on, send it back when done.

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::{Mutex, mpsc};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    // As many lines as can be used: a token each.
    let limit = limit.min(jobs.len()).max(1);
    let (give_back, tokens) = mpsc::channel(limit);
    for line in 0..limit {
        give_back.send(line).await.unwrap();
    }
    let tokens = Mutex::new(tokens);
    join_all(jobs.into_iter().map(async |job| {
        let line = tokens.lock().await.recv().await.unwrap();
        let reply = job.call().await;
        give_back.send(line).await.unwrap();
        reply
    }))
    .await
}
