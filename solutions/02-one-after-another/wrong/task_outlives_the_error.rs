//! Spawns both and returns at the first error, while the other task goes on. | nothing_is_left_running_not_even_after_a_failure: "did not wait for address of oscar"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (one, two) = (session.clone(), session.clone());
    let basket = tokio::spawn(async move { fetch_basket(&one).await });
    let address = tokio::spawn(async move { fetch_address(&two).await });
    let basket = basket.await?.context("basket")?;
    let address = address.await?.context("address")?;
    pay(&session, &basket, &address).await.context("pay")
}
