//! Leaves out partners without a name. | all_of_this_holds_for_whatever_list: "No call to"
pub mod given;

use futures::{StreamExt, stream};
use given::{Job, Reply};

async fn all_at(jobs: impl Iterator<Item = (usize, Job)>, limit: usize) -> Vec<(usize, Reply)> {
    stream::iter(jobs)
        .map(|(place, job)| async move { (place, job.call().await) })
        .buffer_unordered(limit)
        .collect()
        .await
}

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let named = jobs.into_iter().filter(|job| !job.partner().trim().is_empty());
    let mut replies = all_at(named.enumerate(), limit).await;
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
