//! Compares the session with null. | null: "Rust has no null"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await?;
    if session == null {
        return Err(anyhow::anyhow!("no"));
    }
    let (b, a) = tokio::try_join!(fetch_basket(&session), fetch_address(&session))?;
    Ok(pay(&session, &b, &a).await?)
}
