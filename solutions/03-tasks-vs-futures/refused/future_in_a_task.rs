//! Does not await what it calls inside of the task. | future-in-task: "value of this task is a future"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;
pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}
pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async { later(order) })
}
pub async fn breakfast() -> Meal {
    let (w, g) = tokio::join!(boil_water(), grind_beans());
    brew(w, g).await
}
