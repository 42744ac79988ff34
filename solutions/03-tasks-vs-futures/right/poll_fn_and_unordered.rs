//! `later` cooks from its first poll on by poll_fn; breakfast is a FuturesUnordered of two kinds.

pub mod given;

use futures::FutureExt;
use futures::stream::{FuturesUnordered, StreamExt};
use given::{Grounds, Meal, Order, Water, boil_water, brew, cook, grind_beans};
use std::future::poll_fn;
use tokio::task::{JoinHandle, yield_now};

pub fn later(order: Order) -> impl Future<Output = Meal> {
    let mut order = Some(order);
    let mut cooking = None;
    poll_fn(move |cx| {
        let begin = || Box::pin(cook(order.take().expect("it begins once")));
        cooking.get_or_insert_with(begin).as_mut().poll(cx)
    })
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(async {
        // One turn for the others first takes no time.
        yield_now().await;
        cook(order).await
    })
}

enum Prepared {
    Water(Water),
    Grounds(Grounds),
}

pub async fn breakfast() -> Meal {
    let boiling = boil_water().map(Prepared::Water).boxed();
    let grinding = grind_beans().map(Prepared::Grounds).boxed();
    let mut steps: FuturesUnordered<_> = [boiling, grinding].into_iter().collect();
    let (mut water, mut grounds) = (None, None);
    while let Some(done) = steps.next().await {
        match done {
            Prepared::Water(boiled) => water = Some(boiled),
            Prepared::Grounds(ground) => grounds = Some(ground),
        }
    }
    brew(water.unwrap(), grounds.unwrap()).await
}
