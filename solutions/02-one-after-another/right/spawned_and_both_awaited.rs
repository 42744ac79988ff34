//! Two tasks, both awaited before either result is looked at.

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

use std::sync::Arc;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = Arc::new(log_in(user).await.context("log in")?);
    let basket = tokio::spawn({
        let session = session.clone();
        async move { fetch_basket(&session).await }
    });
    let address = tokio::spawn({
        let session = session.clone();
        async move { fetch_address(&session).await }
    });
    let (basket, address) = (basket.await, address.await);
    let basket = basket?.context("basket")?;
    let address = address?.context("address")?;
    pay(&session, &basket, &address).await.context("pay")
}
