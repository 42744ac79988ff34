//! Throws the reason of a failure away. | option-for-result: "An Option stands where a Result is expected"

pub mod given;

use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await?;
    let (basket, address) = tokio::try_join!(fetch_basket(&session), fetch_address(&session))?;
    pay(&session, &basket, &address).await.ok()
}
