//! Collects, and doesn't say into what. | type-unknown: "The compiler can't tell which type"

pub mod given;

use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let calls = jobs.into_iter().map(Job::call).collect();
    println!("{} calls, {limit} at a time", calls.len());
    futures::future::join_all(calls).await
}
