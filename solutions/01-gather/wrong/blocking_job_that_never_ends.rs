//! A blocking job beside the tasks that waits for ever. | the_ids_come_back_in_order: "every task waited for another thread" | the_three_tasks_run_at_the_same_time: "lives by the real clock" | three_times_two_seconds_take_two_seconds: "every task waited for another thread" | each_begins_in_turn_and_nobody_waits_for_another: "every task waited for another thread" | nothing_is_left_running: "every task waited for another thread"

pub mod given;
use std::time::Duration;
pub async fn run_all() -> Vec<u32> {
    tokio::task::spawn_blocking(|| {
        loop {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    futures::future::join_all((1..=3).map(given::long_task)).await
}
