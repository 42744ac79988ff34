//! A future type of its own that begins at its first poll, and breakfast polled by hand.

pub mod given;

use given::{Grounds, Meal, Order, Water, boil_water, brew, cook, grind_beans};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::task::JoinHandle;

enum Later {
    Ordered(Option<Order>),
    Cooking(Pin<Box<dyn Future<Output = Meal> + Send>>),
}

impl Future for Later {
    type Output = Meal;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Meal> {
        loop {
            match &mut *self {
                Later::Ordered(order) => {
                    let order = order.take().expect("an order is taken once");
                    *self = Later::Cooking(Box::pin(cook(order)));
                }
                Later::Cooking(cooking) => return cooking.as_mut().poll(cx),
            }
        }
    }
}

pub fn later(order: Order) -> impl Future<Output = Meal> {
    Later::Ordered(Some(order))
}

pub fn now(order: Order) -> JoinHandle<Meal> {
    tokio::spawn(Later::Ordered(Some(order)))
}

pub async fn breakfast() -> Meal {
    let (mut boiling, mut grinding) = (Box::pin(boil_water()), Box::pin(grind_beans()));
    let (mut water, mut grounds): (Option<Water>, Option<Grounds>) = (None, None);
    let (water, grounds) = poll_fn(|cx| {
        if grounds.is_none()
            && let Poll::Ready(ground) = grinding.as_mut().poll(cx)
        {
            grounds = Some(ground);
        }
        if water.is_none()
            && let Poll::Ready(boiled) = boiling.as_mut().poll(cx)
        {
            water = Some(boiled);
        }
        match (water.take(), grounds.take()) {
            (Some(water), Some(grounds)) => Poll::Ready((water, grounds)),
            (still, missing) => {
                (water, grounds) = (still, missing);
                Poll::Pending
            }
        }
    })
    .await;
    brew(water, grounds).await
}
