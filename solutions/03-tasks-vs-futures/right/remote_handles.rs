//! breakfast shares the kettle as futures' remote handle; `later` maps a future.

pub mod given;

use futures::FutureExt;
use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    std::future::ready(order).then(cook)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    let (cooking, meal) = cook(order).remote_handle();
    tokio::spawn(cooking);
    tokio::spawn(meal)
}

pub async fn breakfast() -> Meal {
    let (kettle, water) = boil_water().remote_handle();
    tokio::spawn(kettle);
    let grounds = grind_beans().await;
    brew(water.await, grounds).await
}
