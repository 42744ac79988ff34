//! Awaits each task inside of `join!`, which wants the futures. | awaited-too-early: "A future is expected here, and"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = tokio::join!(long_task(1).await, long_task(2).await, long_task(3).await);
    vec![a, b, c]
}
