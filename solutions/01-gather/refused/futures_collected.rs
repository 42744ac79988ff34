//! Collects futures into a list of ids. | futures-collected: "This is a list of futures"

pub mod given;

use given::long_task;
pub async fn run_all() -> Vec<u32> {
    (1..=3).map(async |id| long_task(id).await).collect()
}
