//! Gives the guest a second to change their mind before it starts. | now_has_started_before_anyone_awaits_it: "Nothing in the timeline ended at 1 s"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use lab::SECOND;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async {
        tokio::time::sleep(SECOND).await;
        cook(order).await
    })
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
