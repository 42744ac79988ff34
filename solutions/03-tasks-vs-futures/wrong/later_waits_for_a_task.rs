//! Spawns when `later` is awaited, and drops the handle when it is dropped. | dropping_later_halfway_stops_the_cooking: "it runs in a spawned task"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub async fn later(order: Order) -> Meal {
    now(order).await.unwrap()
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
