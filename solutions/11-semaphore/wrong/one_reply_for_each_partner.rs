//! Keeps the replies in a map by partner, where the second of one partner takes the place of the first. | every_job_gets_its_reply_in_the_order_of_the_list: "It has replies of frost, brandt; the promise is frost, brandt, frost"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Job, Reply};
use std::collections::HashMap;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let partners: Vec<String> = jobs.iter().map(|job| job.partner().to_owned()).collect();
    let calls = stream::iter(jobs).map(Job::call).buffer_unordered(limit);
    let by_partner = |reply: Reply| (reply.partner().to_owned(), reply);
    let mut replies: HashMap<String, Reply> = calls.map(by_partner).collect().await;
    partners.iter().filter_map(|partner| replies.remove(partner)).collect()
}
