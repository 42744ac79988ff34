//! futures' own lazy, a task around a task, and a JoinSet of two kinds of result.

pub mod given;

use futures::FutureExt;
use futures::future::lazy;
use given::{Grounds, Meal, Order, Water, boil_water, brew, cook, grind_beans};
use tokio::task::{JoinHandle, JoinSet};

pub fn later(order: Order) -> impl Future<Output = Meal> {
    lazy(move |_| cook(order)).flatten()
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    let cooking = tokio::spawn(cook(order));
    // A panic inside becomes one of this task, for whoever holds its handle.
    tokio::spawn(async { cooking.await.unwrap() })
}

enum Prepared {
    Water(Water),
    Grounds(Grounds),
}

pub async fn breakfast() -> Meal {
    let mut steps = JoinSet::new();
    steps.spawn(async { Prepared::Water(boil_water().await) });
    steps.spawn(async { Prepared::Grounds(grind_beans().await) });
    let (mut water, mut grounds) = (None, None);
    while let Some(done) = steps.join_next().await {
        match done.unwrap() {
            Prepared::Water(boiled) => water = Some(boiled),
            Prepared::Grounds(ground) => grounds = Some(ground),
        }
    }
    brew(water.unwrap(), grounds.unwrap()).await
}
