//! Each task joined with all that come after it, by recursion.

pub mod given;
use futures::future::{BoxFuture, FutureExt, join};
fn from(id: u32, last: u32) -> BoxFuture<'static, Vec<u32>> {
    async move {
        if id > last {
            return Vec::new();
        }
        let (id, rest) = join(given::long_task(id), from(id + 1, last)).await;
        let mut ids = vec![id];
        ids.extend(rest);
        ids
    }
    .boxed()
}
pub async fn run_all() -> Vec<u32> {
    from(1, 3).await
}
