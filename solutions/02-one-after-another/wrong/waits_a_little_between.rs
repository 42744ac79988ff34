//! Leaves half a second between the two calls, so as not to overwhelm the shop. | basket_and_address_are_fetched_together: "Nothing in the timeline ended at 1.5 s" | payment_waits_for_the_slower_of_the_two: "began at 4.5 s"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use lab::SECOND;
use tokio::time::sleep;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let basket_later = async {
        sleep(SECOND / 2).await;
        fetch_basket(&session).await
    };
    let (basket, address) = tokio::join!(basket_later, fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
