//! Forgets to import what the exercise gives. | not-imported: "add `use given::long_task;`"

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let (a, b, c) = tokio::join!(long_task(1), long_task(2), long_task(3));
    vec![a, b, c]
}
