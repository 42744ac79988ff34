//! The steps report over oneshot channels; the order waits inside a JoinSet.

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

pub fn later(order: Order) -> impl Future<Output = Meal> {
    async move {
        let mut kitchen = JoinSet::new();
        kitchen.spawn(cook(order));
        kitchen.join_next().await.expect("one was spawned").expect("and it does not panic")
    }
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    let cooking = later(order);
    tokio::spawn(cooking)
}

pub async fn breakfast() -> Meal {
    let (send_water, water) = oneshot::channel();
    let (send_grounds, grounds) = oneshot::channel();
    // The channels tell when both are done, so nobody needs the handles.
    tokio::spawn(async { send_water.send(boil_water().await).ok() });
    tokio::spawn(async { send_grounds.send(grind_beans().await).ok() });
    brew(water.await.unwrap(), grounds.await.unwrap()).await
}
