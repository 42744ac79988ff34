//! Passes Results on where the values are wanted. | result-not-unwrapped: "This is a Result, and the value in it is expected"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    pay(&session, &basket, &address).await.context("pay")
}
