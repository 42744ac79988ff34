//! Runs two together and the third after them. | the_three_tasks_run_at_the_same_time: "task 3 began only when task 2 had ended" | three_times_two_seconds_take_two_seconds: "It took 4 s" | each_begins_in_turn_and_nobody_waits_for_another: "Sub Task #1 for Task id 3"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let (one, two) = tokio::join!(long_task(1), long_task(2));
    vec![one, two, long_task(3).await]
}
