//! Sleeps and looks whether the tasks are done. | three_times_two_seconds_take_two_seconds: "nothing in the timeline was under way"

pub mod given;
use std::time::Duration;
pub async fn run_all() -> Vec<u32> {
    let tasks = [1, 2, 3].map(|id| tokio::spawn(given::long_task(id)));
    while !tasks.iter().all(|t| t.is_finished()) {
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    futures::future::join_all(tasks).await.into_iter().map(Result::unwrap).collect()
}
