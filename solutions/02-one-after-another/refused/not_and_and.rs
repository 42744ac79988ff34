//! Writes `not` and `and`. | boolean-words: "logical operators are"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await?;
    if not session.user.is_empty() and true { println!("x"); }
    let (b, a) = tokio::try_join!(fetch_basket(&session), fetch_address(&session))?;
    Ok(pay(&session, &b, &a).await?)
}
