//! Puts the replies in order by their places as text, where "10" comes before "2". | all_of_this_holds_for_whatever_list: "the promise is the one from"
pub mod given;

use futures::stream::{self, StreamExt};
use given::{Job, Reply};
use std::collections::BTreeMap;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let replies: BTreeMap<String, Reply> = stream::iter(jobs.into_iter().enumerate())
        .map(|(i, job)| async move { (i.to_string(), job.call().await) })
        .buffer_unordered(limit)
        .collect()
        .await;
    replies.into_values().collect()
}
