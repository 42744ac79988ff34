//! Each task keeps one lock for as long as it works. | the_three_tasks_run_at_the_same_time: "task 2 began only when task 1 had ended" | three_times_two_seconds_take_two_seconds: "It took 6 s" | each_begins_in_turn_and_nobody_waits_for_another: "Sub Task #1 for Task id 2"

pub mod given;
use std::sync::Arc;
use tokio::sync::Mutex;

pub async fn run_all() -> Vec<u32> {
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for id in 1..=3 {
        let results = results.clone();
        handles.push(tokio::spawn(async move {
            let mut results = results.lock().await;
            results.push(given::long_task(id).await);
        }));
    }
    for handle in handles {
        handle.await.unwrap();
    }
    Arc::try_unwrap(results).unwrap().into_inner()
}
