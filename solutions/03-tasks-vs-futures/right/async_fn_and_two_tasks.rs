//! `later` is an async fn, `now` spawns a block, breakfast joins two tasks.

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub async fn later(order: Order) -> Meal {
    cook(order).await
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async move { later(order).await })
}

pub async fn breakfast() -> Meal {
    let grounds = tokio::spawn(grind_beans());
    let water = tokio::spawn(boil_water());
    let (grounds, water) = (grounds.await.unwrap(), water.await.unwrap());
    tokio::spawn(brew(water, grounds)).await.unwrap()
}
