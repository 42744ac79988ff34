//! Begins a millisecond apart, for the order's sake. | three_times_two_seconds_take_two_seconds: "It took 2.002 s" | each_begins_in_turn_and_nobody_waits_for_another: "promised lines were missing"

pub mod given;
use std::time::Duration;
pub async fn run_all() -> Vec<u32> {
    let mut tasks = Vec::new();
    for id in 1..=3 {
        tasks.push(tokio::spawn(given::long_task(id)));
        if id < 3 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    futures::future::join_all(tasks).await.into_iter().flatten().collect()
}
