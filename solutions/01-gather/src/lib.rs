//! # 01 · Gather: an answer

pub mod given;

use given::long_task;

/// Runs `long_task` 1, 2 and 3 at the same time and returns their ids, in that order.
pub async fn run_all() -> Vec<u32> {
    // Calling long_task only makes a future: a value that can do the work, and has not begun.
    // join! polls the three in turn within this one task. Whenever one has to wait, the next gets
    // its chance, and when all are done their results come back by position, whoever was first.
    let (one, two, three) = tokio::join!(long_task(1), long_task(2), long_task(3));

    // For a number of futures known only at run time, futures::future::join_all takes a list. No
    // task is spawned either way: nothing can outlive this function, and what it borrows may stay
    // borrowed.
    vec![one, two, three]
}
