//! Spawns each step and awaits it in the same line. | breakfast_grinds_the_beans_while_the_water_boils: "It took 6 s"

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
    let water = tokio::spawn(boil_water()).await.unwrap();
    let grounds = tokio::spawn(grind_beans()).await.unwrap();
    brew(water, grounds).await
}
