//! A list of futures, joined.

pub mod given;

use futures::future::join_all;
use given::long_task;

pub async fn run_all() -> Vec<u32> {
    join_all((1..=3).map(long_task)).await
}
