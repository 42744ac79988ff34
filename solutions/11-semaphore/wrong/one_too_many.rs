//! Begins the next call first and then waits for one to end: one more than allowed. | never_are_more_calls_under_way_than_the_limit: "3 calls were under way"

pub mod given;

use given::{Job, Reply};
use tokio::task::JoinSet;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let mut tasks = JoinSet::new();
    let mut replies = Vec::new();
    for (place, job) in jobs.into_iter().enumerate() {
        tasks.spawn(async move { (place, job.call().await) });
        if tasks.len() > limit {
            replies.extend(tasks.join_next().await.map(Result::unwrap));
        }
    }
    replies.extend(tasks.join_all().await);
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
