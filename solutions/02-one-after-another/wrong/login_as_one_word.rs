//! Calls the first step "login". | an_error_names_its_step_and_what_the_shop_said: "names the step that failed"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("login failed")?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let (basket, address) = (basket.context("basket failed")?, address.context("address failed")?);
    pay(&session, &basket, &address).await.context("pay failed")
}
