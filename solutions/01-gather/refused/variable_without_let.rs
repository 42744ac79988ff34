//! Makes a variable as in Python. | let-missing: "A new variable begins with `let`"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    a = long_task(1).await;
    vec![a]
}
