//! Looks only after paying whether basket and address had come. | without_basket_or_address_nobody_pays: "pay was called all the same"

pub mod given;

use anyhow::Context;
use given::{Address, Basket, Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let to_buy = basket.clone().unwrap_or(Basket { total: 0 });
    let ship_to = address.clone().unwrap_or(Address { line: String::new() });
    let receipt = pay(&session, &to_buy, &ship_to).await.context("pay");
    basket.context("basket")?;
    address.context("address")?;
    receipt
}
