//! Uses `join!` without saying whose. | macro-not-imported: "add `use tokio::join;`"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = join!(long_task(1), long_task(2), long_task(3));
    vec![a, b, c]
}
