//! Uses `context` without its trait. | context-without-trait: "`context` and `with_context` come from a"

pub mod given;

use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
