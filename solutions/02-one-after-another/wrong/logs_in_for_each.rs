//! Logs in once for the basket and once more for the address. | four_calls_take_four_seconds: "Every call is a new request" | after_a_failed_log_in_no_further_call_is_made: "Every call is a new request"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let basket = async {
        let session = log_in(user).await.context("log in")?;
        let basket = fetch_basket(&session).await.context("basket")?;
        anyhow::Ok((session, basket))
    };
    let address = async {
        let session = log_in(user).await.context("log in")?;
        fetch_address(&session).await.context("address")
    };
    let ((session, basket), address) = tokio::try_join!(basket, address)?;
    pay(&session, &basket, &address).await.context("pay")
}
