//! Worker tasks behind two channels: jobs on one, replies on the other.

pub mod given;

use given::{Job, Reply};
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let many = jobs.len();
    let (jobs_in, jobs_out) = mpsc::unbounded_channel();
    let (replies_in, mut replies_out) = mpsc::channel(4);
    let jobs_out = Arc::new(Mutex::new(jobs_out));
    let workers: Vec<_> = (0..limit.min(many))
        .map(|_| {
            let (jobs_out, replies_in) = (jobs_out.clone(), replies_in.clone());
            tokio::spawn(async move {
                loop {
                    let next = jobs_out.lock().await.recv().await;
                    let Some((place, job)) = next else { return };
                    let job: Job = job;
                    if replies_in.send((place, job.call().await)).await.is_err() {
                        return;
                    }
                }
            })
        })
        .collect();
    for numbered in jobs.into_iter().enumerate() {
        jobs_in.send(numbered).unwrap();
    }
    drop((jobs_in, replies_in));
    let mut replies = Vec::with_capacity(many);
    while let Some(numbered) = replies_out.recv().await {
        replies.push(numbered);
    }
    for worker in workers {
        worker.await.unwrap();
    }
    replies.sort_by_key(|(place, _): &(usize, Reply)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
