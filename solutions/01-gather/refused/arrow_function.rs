//! Writes a closure as an arrow function. | arrow-function: "stand between bars"

pub mod given;

use given::long_task;
pub async fn run_all() -> Vec<u32> {
    let work = async (id) => long_task(id).await;
    let (a, b, c) = tokio::join!(work(1), work(2), work(3));
    vec![a, b, c]
}
