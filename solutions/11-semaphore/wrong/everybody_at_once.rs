//! Makes all the calls at once and never looks at the limit. | never_are_more_calls_under_way_than_the_limit: "Nothing held any call back"

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};

pub async fn call_partners(jobs: Vec<Job>, _limit: usize) -> Vec<Reply> {
    join_all(jobs.into_iter().map(Job::call)).await
}
