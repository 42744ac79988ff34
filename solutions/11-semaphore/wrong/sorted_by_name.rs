//! Puts the replies in order by the partners' names instead of their places. | every_job_gets_its_reply_in_the_order_of_the_list: "right replies in another order"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let calls = stream::iter(jobs).map(Job::call).buffer_unordered(limit);
    let mut replies: Vec<Reply> = calls.collect().await;
    replies.sort_by(|a, b| a.partner().cmp(b.partner()));
    replies
}
