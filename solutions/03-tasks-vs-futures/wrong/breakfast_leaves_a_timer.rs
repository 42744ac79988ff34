//! Starts a task to remind of the washing-up, and drops its handle. | breakfast_does_each_step_once_and_leaves_nothing_running: "1 spawned task was still running"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use lab::{SECOND, say};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    tokio::spawn(async {
        tokio::time::sleep(60 * SECOND).await;
        say!("Time to wash up.");
    });
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
