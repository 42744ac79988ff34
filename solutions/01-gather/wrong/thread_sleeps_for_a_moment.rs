//! Puts the thread to sleep for half a second. | three_times_two_seconds_take_two_seconds: "The thread that runs all tasks was blocked"

pub mod given;
use std::time::Duration;
pub async fn run_all() -> Vec<u32> {
    let ids = futures::future::join_all((1..=3).map(given::long_task)).await;
    std::thread::sleep(Duration::from_millis(500));
    ids
}
