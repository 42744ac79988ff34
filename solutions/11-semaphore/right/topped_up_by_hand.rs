//! No semaphore: FuturesUnordered, filled up to the limit and topped up by one for each that ends.

pub mod given;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut replies: Vec<Option<Reply>> = jobs.iter().map(|_| None).collect();
    let mut waiting = jobs.into_iter().enumerate();
    let call = async |(place, job): (usize, Job)| (place, job.call().await);

    let mut under_way: FuturesUnordered<_> = waiting.by_ref().take(limit).map(call).collect();
    while let Some((place, reply)) = under_way.next().await {
        replies[place] = Some(reply);
        under_way.extend(waiting.next().map(call));
    }
    replies.into_iter().flatten().collect()
}
