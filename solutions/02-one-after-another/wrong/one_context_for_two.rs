//! Says of two calls together that one of them failed. | an_error_names_its_step_and_what_the_shop_said: "give each a `context` of its own"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) = tokio::try_join!(fetch_basket(&session), fetch_address(&session))
        .context("could not fetch basket or address")?;
    pay(&session, &basket, &address).await.context("pay")
}
