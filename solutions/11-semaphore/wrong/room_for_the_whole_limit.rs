//! Makes room for `limit` calls in advance, however few there are. | all_of_this_holds_for_whatever_list: "capacity overflow"
pub mod given;

use given::{Job, Reply};

use futures::stream::{FuturesUnordered, StreamExt};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut waiting = jobs.into_iter().enumerate();
    let mut first = Vec::with_capacity(limit);
    first.extend(waiting.by_ref().take(limit));
    let call = |(i, job): (usize, Job)| async move { (i, job.call().await) };
    let mut lines: FuturesUnordered<_> = first.into_iter().map(call).collect();
    let mut replies = Vec::new();
    while let Some(done) = lines.next().await {
        replies.push(done);
        lines.extend(waiting.next().map(call));
    }
    replies.sort_by_key(|(i, _)| *i);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
