//! Returns the receipt instead of a Result. | result-expected: "A Result is expected here: wrap"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let basket = fetch_basket(&session).await.context("basket")?;
    let address = fetch_address(&session).await.context("address")?;
    pay(&session, &basket, &address).await.context("pay")?
}
