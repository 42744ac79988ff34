//! Spawns the cooking in `later` and hands out a future of its end. | later_starts_only_when_it_is_awaited: "the call alone set the cooking off" | dropping_later_leaves_no_trace: "Nobody awaited the omelette" | dropping_later_halfway_stops_the_cooking: "dropping a JoinHandle does not stop its task"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let task = now(order);
    async move { task.await.unwrap() }
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
