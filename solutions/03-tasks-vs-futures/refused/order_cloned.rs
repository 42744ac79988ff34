//! Clones what can't be cloned. | unknown-member: "It can't be cloned"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let f = cook(order.clone());
    println!("cooking {order}");
    f
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (w, g) = tokio::join!(boil_water(), grind_beans());
    brew(w, g).await
}
