//! A stream of futures, three in flight, results in order.

pub mod given;

use futures::stream::{self, StreamExt};
use given::long_task;

pub async fn run_all() -> Vec<u32> {
    stream::iter(1..=3).map(long_task).buffered(3).collect().await
}
