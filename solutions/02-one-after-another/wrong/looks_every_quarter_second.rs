//! Sleeps and looks whether basket and address have come. | payment_waits_for_the_slower_of_the_two: "payment of joan began at" | four_calls_take_four_seconds: "the promise is 4 s"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::time::Duration;
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (s1, s2) = (session.clone(), session.clone());
    let basket = tokio::spawn(async move { fetch_basket(&s1).await });
    let address = tokio::spawn(async move { fetch_address(&s2).await });
    while !(basket.is_finished() && address.is_finished()) {
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    let (basket, address) = (basket.await?, address.await?);
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
