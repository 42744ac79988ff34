//! Awaits in a closure that is not async. | await-in-closure: "only makes a future for each item"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    (1..=3).map(|id| long_task(id).await).collect()
}
