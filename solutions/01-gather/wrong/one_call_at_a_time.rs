//! A static lock: a second call waits for the first. | all_of_this_holds_for_whatever_times: "Calls that run at the same time share something"

pub mod given;
use tokio::sync::Mutex;
static ONE: Mutex<()> = Mutex::const_new(());
pub async fn run_all() -> Vec<u32> {
    let _guard = ONE.lock().await;
    futures::future::join_all((1..=3).map(given::long_task)).await
}
