//! Lends what `brew` takes by value. | value-expected: "leave out the `&`"

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
    let (w, g) = tokio::join!(boil_water(), grind_beans());
    brew(&w, &g).await
}
