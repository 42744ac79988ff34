//! Tries the card a second time when it is declined. | four_calls_take_four_seconds: "A refusal is an answer too"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    match pay(&session, &basket, &address).await {
        Ok(receipt) => Ok(receipt),
        Err(_) => pay(&session, &basket, &address).await.context("pay"),
    }
}
