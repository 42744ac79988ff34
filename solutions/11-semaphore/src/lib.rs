//! # 11 · Semaphore: an answer

pub mod given;

use futures::future::join_all;
use given::{Job, Reply};
use tokio::sync::Semaphore;

/// Makes all the calls and returns the replies in the order of `jobs`, whoever replies first.
pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    // One semaphore for all of this list. A `static` one would be shared with lists that are none
    // of our business, and one for each job would limit nothing.
    let semaphore = Semaphore::new(limit);

    let calls = jobs.into_iter().map(async |job| {
        // The permit needs a name. It lives until the end of this block, so the call is made while
        // it is held, and it is given back on every way out: when the call is over, and also when
        // this future is dropped in the middle of it. `let _ = …` would bind nothing, and drop the
        // permit before the call has begun.
        let _permit = semaphore.acquire().await.expect("nobody closes this semaphore");
        job.call().await
    });

    // All futures are there from the start, and most of them wait for a permit, which costs next to
    // nothing. A permit that comes back goes to whoever has waited longest. join_all gives the
    // replies by position, and what it polls are futures, so no task can be left behind.
    join_all(calls).await
}
