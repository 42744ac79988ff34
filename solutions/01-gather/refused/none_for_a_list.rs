//! Returns None where a list is promised. | none-for-value: "There is no null"

pub mod given;

use given::long_task;

pub async fn run_all() -> Vec<u32> {
    return None;
}
