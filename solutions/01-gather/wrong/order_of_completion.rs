//! Returns the ids in the order in which the tasks end. | all_of_this_holds_for_whatever_times: "right ids in another order"

pub mod given;
use tokio::task::JoinSet;

pub async fn run_all() -> Vec<u32> {
    let mut set = JoinSet::new();
    for id in 1..=3 {
        set.spawn(given::long_task(id));
    }
    set.join_all().await
}
