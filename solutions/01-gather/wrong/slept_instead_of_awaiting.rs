//! Spawns the tasks and sleeps for as long as they should take. | nothing_is_left_running: "Nobody had awaited task 1, task 2 and task 3 to the end"

pub mod given;

use given::long_task;
use lab::SECOND;

pub async fn run_all() -> Vec<u32> {
    for id in 1..=3 {
        tokio::spawn(long_task(id));
    }
    tokio::time::sleep(2 * SECOND).await;
    vec![1, 2, 3]
}
