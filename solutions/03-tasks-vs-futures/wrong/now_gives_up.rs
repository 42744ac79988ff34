//! Gives up an order that takes longer than three seconds: a fair rule, and not the one promised. | dropping_the_handle_of_now_does_not_stop_it: "was cancelled at 3 s"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use lab::SECOND;
use tokio::task::JoinHandle;
use tokio::time::timeout;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async {
        let meal = timeout(3 * SECOND, cook(order)).await;
        meal.expect("no guest waits longer than three seconds")
    })
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
