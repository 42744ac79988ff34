//! A static limit of 32 tasks, for all calls together. | all_of_this_holds_for_whatever_times: "other calls"

pub mod given;
use tokio::sync::Semaphore;
static LINES: Semaphore = Semaphore::const_new(32);
pub async fn run_all() -> Vec<u32> {
    futures::future::join_all((1..=3).map(|id| async move {
        let _line = LINES.acquire().await.unwrap();
        given::long_task(id).await
    }))
    .await
}
