//! Takes the future of the beans for the beans. | not-awaited: "Calling an `async fn` only creates"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let water = boil_water();
    let grounds = grind_beans();
    brew(water, grounds).await
}
