//! Breakfast on a LocalSet; `now` catches the panic, has a look, and lets it go on.

pub mod given;

use futures::FutureExt;
use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use std::panic::{AssertUnwindSafe, resume_unwind};
use tokio::task::{JoinHandle, LocalSet, spawn_local};

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order).boxed_local()
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async {
        let cooked = AssertUnwindSafe(cook(order)).catch_unwind().await;
        cooked.unwrap_or_else(|panic| resume_unwind(panic))
    })
}

pub async fn breakfast() -> Meal {
    let kitchen = LocalSet::new();
    let made = kitchen.run_until(async {
        let grounds = spawn_local(grind_beans());
        let water = spawn_local(boil_water());
        brew(water.await.unwrap(), grounds.await.unwrap()).await
    });
    made.await
}
