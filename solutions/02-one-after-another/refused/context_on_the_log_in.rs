//! Gives the future of the log in a context. | context-on-future: "Await it first"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).context("log in").await?;
    let (b, a) = tokio::try_join!(fetch_basket(&session), fetch_address(&session))?;
    Ok(pay(&session, &b, &a).await?)
}
