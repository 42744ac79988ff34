//! try_join! in a span of its own.

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use lab::span;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let both = async {
        tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
            fetch_address(&session).await.context("address")
        },)
    };
    let (basket, address) = span("basket and address", both).await?;
    pay(&session, &basket, &address).await.context("pay")
}
