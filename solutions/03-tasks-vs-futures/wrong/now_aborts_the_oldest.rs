//! Keeps a hundred tasks in a static, and aborts the oldest for the next. | all_of_this_holds_for_whatever_orders: "cooking dish"

pub mod given;
use given::{Meal, Order};
use std::collections::VecDeque;
use std::sync::Mutex;
use tokio::task::AbortHandle;
use tokio::task::JoinHandle;
static RAIL: Mutex<VecDeque<AbortHandle>> = Mutex::new(VecDeque::new());
pub fn later(order: Order) -> impl Future<Output = Meal> {
    given::cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    let task = tokio::spawn(given::cook(order));
    let mut rail = RAIL.lock().unwrap();
    rail.push_back(task.abort_handle());
    if rail.len() > 100 {
        rail.pop_front().unwrap().abort();
    }
    task
}
pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(given::boil_water(), given::grind_beans());
    given::brew(water, grounds).await
}
