//! Uses the order after a task has taken it. | moved-into-task: "The async block or closure took"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    let handle = tokio::spawn(async move { cook(order).await });
    println!("{order} is on the stove");
    handle
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
