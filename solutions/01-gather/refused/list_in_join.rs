//! Hands one list to `join!`. | list-for-future: "join_all(list).await"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let l = vec![long_task(1), long_task(2)];
    tokio::join!(l)
}
