//! Awaits in a closure that is not async. | await-outside-async: "`.await` only works inside an `async"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    (1..=3).map(|id| long_task(id).await).collect()
}
