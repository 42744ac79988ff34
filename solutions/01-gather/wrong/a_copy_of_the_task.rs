//! Runs a copy of long_task, in which the first part takes no time. | the_three_tasks_run_at_the_same_time: "though it has the same name" | each_begins_in_turn_and_nobody_waits_for_another: "though it has the same name"

pub mod given;
use lab::{SECOND, say, span};
async fn long_task(id: u32) -> u32 {
    span(format!("task {id}"), async {
        say!("Sub Task #1 for Task id {id}");
        tokio::time::sleep(2 * SECOND).await;
        say!("Sub Task #2 for Task id {id}");
        id
    })
    .await
}
pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = tokio::join!(long_task(1), long_task(2), long_task(3));
    vec![a, b, c]
}
