//! Waits a little longer than needed, to be safe. | three_times_two_seconds_take_two_seconds: "From 2 s to 3 s nothing in the timeline was under way"

pub mod given;

use given::long_task;
use lab::SECOND;

pub async fn run_all() -> Vec<u32> {
    let (one, two, three) = tokio::join!(long_task(1), long_task(2), long_task(3));
    tokio::time::sleep(SECOND).await;
    vec![one, two, three]
}
