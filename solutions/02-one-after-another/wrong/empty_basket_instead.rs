//! Goes on with an empty basket when the shop gives none. | without_basket_or_address_nobody_pays: "pay was called all the same" | an_error_names_its_step_and_what_the_shop_said: "It succeeded"

pub mod given;

use anyhow::Context;
use given::{Basket, Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let basket = basket.unwrap_or(Basket { total: 0 });
    let address = address.context("address")?;
    pay(&session, &basket, &address).await.context("pay")
}
