//! Makes the function a plain one, with an executor of another crate. | tokio-feature: "This part of the crate isn't"

pub mod given;

use given::long_task;

pub fn run_all() -> Vec<u32> {
    futures::executor::block_on(async {
        vec![long_task(1).await, long_task(2).await, long_task(3).await]
    })
}
