//! FuturesUnordered within one task, sorted afterwards.

pub mod given;

use futures::stream::{FuturesUnordered, StreamExt};
use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let mut ids: Vec<u32> = (1..=3).map(long_task).collect::<FuturesUnordered<_>>().collect().await;
    ids.sort_unstable();
    ids
}
