//! Brews with what the handles give. | join-error: "A JoinHandle gives a Result: `Ok`"

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
    let (water, grounds) = (tokio::spawn(boil_water()), tokio::spawn(grind_beans()));
    let (water, grounds) = tokio::join!(water, grounds);
    brew(water, grounds).await
}
