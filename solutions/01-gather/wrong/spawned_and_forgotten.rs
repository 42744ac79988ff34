//! Spawns the tasks and does not wait for them. | the_three_tasks_run_at_the_same_time: "await the handle" | three_times_two_seconds_take_two_seconds: "It took 0 s" | each_begins_in_turn_and_nobody_waits_for_another: "promised lines were missing" | nothing_is_left_running: "3 spawned tasks were still running"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let ids = vec![1, 2, 3];
    for &id in &ids {
        tokio::spawn(long_task(id));
    }
    ids
}
