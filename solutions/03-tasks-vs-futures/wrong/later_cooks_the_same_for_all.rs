//! Serves porridge, whatever was ordered. | dropping_later_leaves_no_trace: "the promise is" | dropping_later_halfway_stops_the_cooking: "cooking risotto never began"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use lab::SECOND;
use tokio::task::JoinHandle;

pub fn later(_order: Order) -> impl Future<Output = Meal> {
    cook(Order::new("porridge", 2 * SECOND))
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
