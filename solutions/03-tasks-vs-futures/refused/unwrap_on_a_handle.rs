//! Takes the value out of a JoinHandle without awaiting it. | handle-not-awaited: "stands for a task, not for its value"

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
    let water = tokio::spawn(boil_water());
    let grounds = grind_beans().await;
    brew(water.unwrap(), grounds).await
}
