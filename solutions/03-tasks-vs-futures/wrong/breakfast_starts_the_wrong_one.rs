//! Spawns the brewing, where nothing is left to overlap with it. | breakfast_grinds_the_beans_while_the_water_boils: "Boiling and grinding did not overlap"

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
    let grounds = grind_beans().await;
    let water = boil_water().await;
    tokio::spawn(brew(water, grounds)).await.unwrap()
}
