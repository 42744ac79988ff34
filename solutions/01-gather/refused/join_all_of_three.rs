//! Calls `join_all` with three futures, as `asyncio.gather` is called. | future-for-list: "takes one list"

use futures::future::join_all;
pub mod given;
use given::long_task;
pub async fn run_all() -> Vec<u32> {
    join_all(long_task(1), long_task(2), long_task(3)).await
}
