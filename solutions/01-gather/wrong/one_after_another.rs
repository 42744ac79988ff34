//! Awaits each task before it starts the next. | the_three_tasks_run_at_the_same_time: "task 2 began only when task 1 had ended" | three_times_two_seconds_take_two_seconds: "task 2 began only when task 1 was over" | each_begins_in_turn_and_nobody_waits_for_another: "Nothing overlapped"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    vec![long_task(1).await, long_task(2).await, long_task(3).await]
}
