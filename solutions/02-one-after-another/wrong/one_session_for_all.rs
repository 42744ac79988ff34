//! Keeps the first session that it gets, for whoever comes next. | every_customer_gets_the_receipt_of_their_own_purchase: "what one of them learns must not reach the other" | payment_waits_for_the_slower_of_the_two: "payment of grace never began" | an_error_names_its_step_and_what_the_shop_said: "names the step that failed"

pub mod given;

use anyhow::Context;
use given::{Receipt, Session, fetch_address, fetch_basket, log_in, pay};
use std::sync::OnceLock;

static SESSION: OnceLock<Session> = OnceLock::new();

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let fresh = log_in(user).await.context("log in")?;
    let session = SESSION.get_or_init(|| fresh);
    let (basket, address) = tokio::join!(fetch_basket(session), fetch_address(session));
    let (basket, address) = (basket.context("basket")?, address.context("address")?);
    pay(session, &basket, &address).await.context("pay")
}
