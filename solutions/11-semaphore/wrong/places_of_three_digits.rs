//! Sorts by places written with three digits. | all_of_this_holds_for_whatever_list: "the promise is the one from"
pub mod given;

use futures::{StreamExt, stream};
use given::{Job, Reply};
use std::collections::BTreeMap;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let replies: BTreeMap<String, Reply> = stream::iter(jobs.into_iter().enumerate())
        .map(|(place, job)| async move { (format!("{place:03}"), job.call().await) })
        .buffer_unordered(limit)
        .collect::<Vec<_>>()
        .await
        .into_iter()
        .collect();
    replies.into_values().collect()
}
