//! Waits with `Promise.all`. | foreign-name: "Rust has another name for this"

pub mod given;

use given::long_task;
pub async fn run_all() -> Vec<u32> {
    Promise::all([long_task(1), long_task(2), long_task(3)]).await
}
