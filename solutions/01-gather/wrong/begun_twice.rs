//! Begins task 1 to warm up, drops it, and begins it once more. | the_three_tasks_run_at_the_same_time: "More than three tasks began" | three_times_two_seconds_take_two_seconds: "was dropped before its end" | each_begins_in_turn_and_nobody_waits_for_another: "more was said than promised"

pub mod given;
use futures::FutureExt;
pub async fn run_all() -> Vec<u32> {
    let _ = given::long_task(1).now_or_never();
    futures::future::join_all((1..=3).map(given::long_task)).await
}
