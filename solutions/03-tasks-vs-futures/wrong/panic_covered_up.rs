//! Catches the panic and serves something else. | a_panic_inside_now_reaches_the_caller_as_a_join_error: "covered it up"

pub mod given;

use futures::FutureExt;
use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use lab::SECOND;
use std::panic::AssertUnwindSafe;
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async {
        match AssertUnwindSafe(cook(order)).catch_unwind().await {
            Ok(meal) => meal,
            Err(_) => cook(Order::new("bread and butter", SECOND)).await,
        }
    })
}

pub async fn breakfast() -> Meal {
    let (water, grounds) = tokio::join!(boil_water(), grind_beans());
    brew(water, grounds).await
}
