//! Has the task borrow the order. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::task::JoinHandle;

pub fn later(order: Order) -> impl Future<Output = Meal> {
    cook(order)
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async { cook(order).await })
}

pub async fn breakfast() -> Meal {
    let beans = String::from("beans");
    let grinding = tokio::spawn(async { (beans.len(), grind_beans().await).1 });
    println!("{beans}");
    brew(boil_water().await, grinding.await.unwrap()).await
}
