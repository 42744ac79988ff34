//! Takes what a task's handle gives for the id itself. | join-error: "A JoinHandle gives a Result: `Ok`"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let handles: Vec<_> = (1..=3).map(|id| tokio::spawn(long_task(id))).collect();
    let mut ids = Vec::new();
    for handle in handles {
        ids.push(handle.await);
    }
    ids
}
