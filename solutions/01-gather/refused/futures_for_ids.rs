//! Returns the futures instead of their results, as promises are passed around in JavaScript. | not-awaited: "Calling an `async fn` only creates"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    vec![long_task(1), long_task(2), long_task(3)]
}
