//! Waits a second more after paying, for the money to arrive. | four_calls_take_four_seconds: "From 4 s to 5 s nothing"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use lab::SECOND;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    let receipt = pay(&session, &basket, &address).await.context("pay")?;
    tokio::time::sleep(SECOND).await;
    Ok(receipt)
}
