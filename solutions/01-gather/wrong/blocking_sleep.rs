//! Rewrites the task with std::thread::sleep. | the_three_tasks_run_at_the_same_time: "real time went by" | three_times_two_seconds_take_two_seconds: "std::thread::sleep" | each_begins_in_turn_and_nobody_waits_for_another: "real time went by"

pub mod given;

use lab::{SECOND, say};
use std::thread::sleep;

async fn my_task(id: u32) -> u32 {
    say!("Sub Task #1 for Task id {id}");
    sleep(SECOND);
    say!("Sub Task #2 for Task id {id}");
    sleep(SECOND);
    id
}

pub async fn run_all() -> Vec<u32> {
    let (one, two, three) = tokio::join!(my_task(1), my_task(2), my_task(3));
    vec![one, two, three]
}
