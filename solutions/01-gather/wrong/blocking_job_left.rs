//! Leaves a blocking job to write a log. | nothing_is_left_running: "1 thread that it had started was still there"

pub mod given;
use std::time::Duration;
pub async fn run_all() -> Vec<u32> {
    let ids = futures::future::join_all((1..=3).map(given::long_task)).await;
    tokio::task::spawn_blocking(|| std::thread::sleep(Duration::from_secs(10)));
    ids
}
