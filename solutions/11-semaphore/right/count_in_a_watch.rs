//! The number of free lines is in a watch channel; whoever takes one down first may go on.

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::watch;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let free = watch::Sender::new(limit);
    let calls = jobs.into_iter().map(async |job| {
        let mut changes = free.subscribe();
        let take = |free: &mut usize| {
            let any = *free > 0;
            *free -= usize::from(any);
            any
        };
        while !free.send_if_modified(take) {
            changes.wait_for(|free| *free > 0).await.unwrap();
        }
        let reply = job.call().await;
        free.send_modify(|free| *free += 1);
        reply
    });
    join_all(calls).await
}
