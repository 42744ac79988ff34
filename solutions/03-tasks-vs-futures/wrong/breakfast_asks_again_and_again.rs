//! Starts both tasks and asks them in a loop whether they have finished. | breakfast_grinds_the_beans_while_the_water_boils: "This is spinning" | breakfast_does_each_step_once_and_leaves_nothing_running: "without letting time pass"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::{JoinHandle, yield_now};

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let water = tokio::spawn(boil_water());
    let grounds = tokio::spawn(grind_beans());
    while !water.is_finished() || !grounds.is_finished() {
        yield_now().await;
    }
    brew(water.await.unwrap(), grounds.await.unwrap()).await
}
