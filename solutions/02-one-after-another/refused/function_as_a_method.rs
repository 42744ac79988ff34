//! Calls a given function as a method. | unknown-member: "`fetch_basket` is a function, not a method"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await?;
    let b = session.fetch_basket().await?;
    let a = fetch_address(&session).await?;
    Ok(pay(&session, &b, &a).await?)
}
