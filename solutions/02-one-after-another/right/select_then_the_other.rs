//! futures' select: the first to come, then the other; a helper names each step.

pub mod given;

use anyhow::Context;
use futures::future::{Either, select};
use given::{Receipt, Refusal, fetch_address, fetch_basket, log_in, pay};
use std::pin::pin;

async fn step<T>(name: &str, call: impl Future<Output = Result<T, Refusal>>) -> anyhow::Result<T> {
    call.await.with_context(|| format!("step \"{name}\" of the checkout went wrong"))
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = step("log in", log_in(user)).await?;
    let basket = pin!(step("basket", fetch_basket(&session)));
    let address = pin!(step("address", fetch_address(&session)));
    let (basket, address) = match select(basket, address).await {
        Either::Left((basket, address)) => (basket?, address.await?),
        Either::Right((address, basket)) => {
            let address = address?;
            (basket.await?, address)
        }
    };
    step("pay", pay(&session, &basket, &address)).await
}
