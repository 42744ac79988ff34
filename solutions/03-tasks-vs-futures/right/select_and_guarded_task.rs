//! `later` starts a task when polled and aborts it when dropped; breakfast selects in a loop.

pub mod given;

use given::{Meal, Order, boil_water, brew, cook, grind_beans};
use std::pin::pin;
use tokio::task::{AbortHandle, JoinHandle};

struct StopOnDrop(AbortHandle);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub fn later(order: Order) -> impl Future<Output = Meal> {
    async move {
        let task = now(order);
        let _guard = StopOnDrop(task.abort_handle());
        task.await.expect("the order is a good one")
    }
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(cook(order))
}

pub async fn breakfast() -> Meal {
    let (mut boiling, mut grinding) = (pin!(boil_water()), pin!(grind_beans()));
    let (mut water, mut grounds) = (None, None);
    while water.is_none() || grounds.is_none() {
        tokio::select! {
            boiled = &mut boiling, if water.is_none() => water = Some(boiled),
            ground = &mut grinding, if grounds.is_none() => grounds = Some(ground),
        }
    }
    brew(water.unwrap(), grounds.unwrap()).await
}
