//! Takes the handles off the end of the list, so the results come back reversed. | the_ids_come_back_in_order: "right ids in another order"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let mut tasks: Vec<_> = (1..=3).map(|id| tokio::spawn(long_task(id))).collect();
    let mut ids = Vec::new();
    while let Some(task) = tasks.pop() {
        ids.push(task.await.expect("long_task does not panic"));
    }
    ids
}
