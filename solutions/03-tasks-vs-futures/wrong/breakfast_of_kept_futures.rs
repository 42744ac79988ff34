//! Makes both futures first, as one would in JavaScript, and awaits them one by one. | breakfast_grinds_the_beans_while_the_water_boils: "neither needs the other"

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
    let water = boil_water();
    let grounds = grind_beans();
    let water = water.await;
    let grounds = grounds.await;
    brew(water, grounds).await
}
