//! Makes the futures and never awaits them. | the_three_tasks_run_at_the_same_time: "Nothing that takes time ever began" | three_times_two_seconds_take_two_seconds: "does nothing until it is awaited" | each_begins_in_turn_and_nobody_waits_for_another: "Nothing that takes time ever began"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let ids = vec![1, 2, 3];
    for id in &ids {
        let _ = long_task(*id);
    }
    ids
}
