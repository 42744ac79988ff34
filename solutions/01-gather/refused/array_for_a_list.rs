//! Returns an array where a list is promised. | array-for-list: "this is an array"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = tokio::join!(long_task(1), long_task(2), long_task(3));
    [a, b, c]
}
