//! A static counter says who begins first: right in every third call. | all_of_this_holds_for_whatever_times: "They began in the order"

pub mod given;
use std::sync::atomic::{AtomicUsize, Ordering};
static CALLS: AtomicUsize = AtomicUsize::new(0);
pub async fn run_all() -> Vec<u32> {
    let n = CALLS.fetch_add(1, Ordering::Relaxed) % 3;
    let mut order = [1, 2, 3];
    order.rotate_left(n);
    let mut ids = futures::future::join_all(order.map(given::long_task)).await;
    ids.rotate_right(n);
    ids
}
