//! Takes it for granted that there is at least one job. | every_job_gets_its_reply_in_the_order_of_the_list: "It panicked" | it_returns_when_the_last_call_is_over_and_leaves_nothing_running: "It panicked"

pub mod given;

use futures::stream::{FuturesUnordered, StreamExt};
use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut replies: Vec<Option<Reply>> = jobs.iter().map(|_| None).collect();
    let mut waiting = jobs.into_iter().enumerate();
    let call = async |(place, job): (usize, Job)| (place, job.call().await);
    let mut under_way = FuturesUnordered::from_iter(waiting.by_ref().take(limit).map(call));
    loop {
        let (place, reply) = under_way.next().await.expect("there is always one more");
        replies[place] = Some(reply);
        under_way.extend(waiting.next().map(call));
        if under_way.is_empty() {
            break;
        }
    }
    replies.into_iter().flatten().collect()
}
