//! No semaphore: as many callers as there are lines, each taking the next job from one shared list.

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use std::cell::RefCell;

pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    let callers = limit.min(jobs.len());
    let list = RefCell::new(jobs.into_iter().enumerate());
    let replies = RefCell::new(Vec::new());
    let caller = async |_| {
        // Not `while let … = list.borrow_mut().next()`: that borrow would last as long as the body.
        loop {
            let next = list.borrow_mut().next();
            let Some((place, job)) = next else { break };
            let reply = job.call().await;
            replies.borrow_mut().push((place, reply));
        }
    };
    join_all((0..callers).map(caller)).await;
    let mut replies = replies.into_inner();
    replies.sort_by_key(|(place, _)| *place);
    replies.into_iter().map(|(_, reply)| reply).collect()
}
