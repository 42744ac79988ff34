//! Compares a future with a number. | not-awaited: "write `f().await`"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    let a = long_task(1);
    if a == 1 {
        return vec![];
    }
    vec![1]
}
