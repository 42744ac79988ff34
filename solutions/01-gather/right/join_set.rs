//! A JoinSet gives results as they come; they are sorted afterwards.

pub mod given;

use given::long_task;
use tokio::task::JoinSet;

pub async fn run_all() -> Vec<u32> {
    let mut tasks = JoinSet::new();
    for id in 1..=3 {
        tasks.spawn(long_task(id));
    }
    let mut ids = tasks.join_all().await;
    ids.sort_unstable();
    ids
}
