//! Awaits what `join!` has awaited already. | join-awaited: "have awaited already"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = tokio::join!(long_task(1), long_task(2), long_task(3)).await;
    vec![a, b, c]
}
