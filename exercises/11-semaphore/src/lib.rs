//! # 11 · Semaphore
//!
//! "As many as you like" is seldom what the other side had in mind. A semaphore hands out a fixed
//! number of permits, and a permit is a value: whoever holds one may go on, and dropping it makes
//! room for the next. The README tells the story; the promises that your answer must keep are in
//! `tests/semaphore.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 11    are the promises kept?
//! cargo xtask hint 11     one step at a time
//! cargo xtask run 11      watch it on the real clock
//! ```

pub mod given;

use given::{Job, Reply};

/// Makes all the calls and returns the replies in the order of `jobs`, whoever replies first.
///
/// Never are more than `limit` calls under way at once, and never fewer while a job is waiting: as
/// many as allowed begin at once, and when one ends, the next begins at that very moment. Which job
/// is next is up to you. (`limit` is at least 1 and at most `Semaphore::MAX_PERMITS`, so it may be more
/// than there are jobs. A partner may be in the list more than once.)
///
/// The limit holds within one list: two lists that are worked through at the same time have a limit
/// each. It returns when the last call is over, and nothing is left running.
pub async fn call_partners(jobs: Vec<Job>, limit: usize) -> Vec<Reply> {
    // TODO: let every call hold something while it lasts, of which there are only `limit`.
    todo!("make {} calls, {limit} at a time, and return the replies in order", jobs.len())
}
