//! Gives the function a parameter, which nobody hands over. | other-signature: "the tests can't call it"

pub mod given;

use given::long_task;

pub async fn run_all(ids: Vec<u32>) -> Vec<u32> {
    futures::future::join_all(ids.into_iter().map(long_task)).await
}
