//! Looks every two seconds whether the kettle has finished, and notices too late. | breakfast_grinds_the_beans_while_the_water_boils: "From 3 s to 4 s nothing"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use lab::SECOND;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let water = tokio::spawn(boil_water());
    let grounds = grind_beans().await;
    while !water.is_finished() {
        tokio::time::sleep(2 * SECOND).await;
    }
    brew(water.await.unwrap(), grounds).await
}
