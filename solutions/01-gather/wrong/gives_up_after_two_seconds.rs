//! Gives each task two seconds, and knows its id anyway. | all_of_this_holds_for_whatever_times: "dropped before its end"

pub mod given;
use lab::SECOND;
use tokio::time::timeout;
pub async fn run_all() -> Vec<u32> {
    futures::future::join_all(
        (1..=3)
            .map(|id| async move { timeout(2 * SECOND, given::long_task(id)).await.unwrap_or(id) }),
    )
    .await
}
