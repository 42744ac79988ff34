//! Three spawned tasks, their handles awaited in order.

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let tasks: Vec<_> = (1..=3).map(|id| tokio::spawn(long_task(id))).collect();
    let mut ids = Vec::new();
    for task in tasks {
        ids.push(task.await.unwrap());
    }
    ids
}
