//! Ends the block of a task with a semicolon. | other-handle: "last expression of its block"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async move {
        cook(order).await;
    })
}

pub async fn breakfast() -> Meal {
    let (w, g) = tokio::join!(boil_water(), grind_beans());
    brew(w, g).await
}
