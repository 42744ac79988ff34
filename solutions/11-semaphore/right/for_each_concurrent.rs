//! for_each_concurrent, each call putting its reply where it belongs.

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Job, Reply};
use std::cell::RefCell;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let replies = RefCell::new(Vec::new());
    replies.borrow_mut().resize_with(jobs.len(), || None);
    stream::iter(jobs.into_iter().enumerate())
        .for_each_concurrent(limit, async |(place, job)| {
            let reply = job.call().await;
            replies.borrow_mut()[place] = Some(reply);
        })
        .await;
    replies.into_inner().into_iter().flatten().collect()
}
