//! Boxed futures, a runtime handle, and try_join! over the handles of two tasks.

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use std::pin::Pin;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> Pin<Box<dyn Future<Output = Meal> + Send>> {
    Box::pin(cook(order))
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    Handle::current().spawn(later(order))
}

pub async fn breakfast() -> Meal {
    let prepared = tokio::try_join!(tokio::spawn(boil_water()), tokio::spawn(grind_beans()));
    let (water, grounds) = prepared.expect("neither step panics");
    brew(water, grounds).await
}
