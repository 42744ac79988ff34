//! Refuses an empty name without asking the shop. | all_of_this_holds_for_whatever_customer: "Nobody asked the shop"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    anyhow::ensure!(!user.is_empty(), "log in: nobody there");
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
