//! select_all over the calls under way; the next is put in for each that ends, and what it does is said.
pub mod given;

use given::{Job, Reply};

use futures::FutureExt;
use futures::future::select_all;
use std::collections::BTreeMap;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut waiting =
        jobs.into_iter().enumerate().map(|(i, job)| async move { (i, job.call().await) }.boxed());
    let mut under_way: Vec<_> = waiting.by_ref().take(limit).collect();
    let mut replies = BTreeMap::new();
    while !under_way.is_empty() {
        let ((i, reply), _, rest) = select_all(under_way).await;
        under_way = rest;
        lab::say!("{} replied, {} under way", reply.partner(), under_way.len());
        replies.insert(i, reply);
        under_way.extend(waiting.next());
    }
    replies.into_values().collect()
}
