//! Makes both futures first, as one would in JavaScript, and awaits them one by one. | basket_and_address_are_fetched_together: "never overlapped" | payment_waits_for_the_slower_of_the_two: "were fetched in turn" | four_calls_take_four_seconds: "neither needs the other"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let basket = fetch_basket(&session);
    let address = fetch_address(&session);
    let basket = basket.await.context("basket")?;
    let address = address.await.context("address")?;
    pay(&session, &basket, &address).await.context("pay")
}
