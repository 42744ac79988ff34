//! Puts `?` before `.await`. | question-mark-on-future: "This is a future, and only"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user)?.await;
    let (basket, address) = tokio::try_join!(fetch_basket(&session), fetch_address(&session))?;
    pay(&session, &basket, &address).await.context("pay")
}
