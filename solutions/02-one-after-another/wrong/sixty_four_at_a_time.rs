//! A static limit of 64 checkouts. | all_of_this_holds_for_whatever_customer: "other calls"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
static LINES: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(64);
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let _line = LINES.acquire().await.expect("never closed");
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
