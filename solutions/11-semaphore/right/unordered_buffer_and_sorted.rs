//! A stream with a buffer, and the replies put in order afterwards.

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Job, Reply};
use std::collections::BTreeMap;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let calls = jobs.into_iter().enumerate().map(async |(place, job)| (place, job.call().await));
    let replies: BTreeMap<_, _> = stream::iter(calls).buffer_unordered(limit).collect().await;
    replies.into_values().collect()
}
