//! Spawns on a LocalSet that is gone when `now` returns. | now_has_started_before_anyone_awaits_it: "The task was cancelled" | dropping_the_handle_of_now_does_not_stop_it: "never began" | a_panic_inside_now_reaches_the_caller_as_a_join_error: "a LocalSet"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::{JoinHandle, LocalSet};

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    let kitchen = LocalSet::new();
    kitchen.spawn_local(cook(order))
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
