//! Lends the session to a task. | borrowed-in-task: "A task, or a future that"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let basket = tokio::spawn(fetch_basket(&session));
    let address = fetch_address(&session).await.context("address")?;
    let basket = basket.await?.context("basket")?;
    pay(&session, &basket, &address).await.context("pay")
}
