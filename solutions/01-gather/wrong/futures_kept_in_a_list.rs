//! Makes all three futures first, as one would in JavaScript, and awaits them one by one. | the_three_tasks_run_at_the_same_time: "task 2 began only when task 1 had ended" | three_times_two_seconds_take_two_seconds: "the promise is 2 s" | each_begins_in_turn_and_nobody_waits_for_another: "promised lines were missing"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let tasks: Vec<_> = (1..=3).map(long_task).collect();
    let mut ids = Vec::new();
    for task in tasks {
        ids.push(task.await);
    }
    ids
}
