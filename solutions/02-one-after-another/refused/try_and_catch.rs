//! Catches errors with `try` and `catch`. | exceptions: "no exceptions"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    try {
        let session = log_in(user).await?;
        let b = fetch_basket(&session).await?;
        let a = fetch_address(&session).await?;
        return pay(&session, &b, &a).await;
    } catch (error) {
        return Err(error);
    }
}
