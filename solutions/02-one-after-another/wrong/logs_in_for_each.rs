//! Logs in once for the basket and once more for the address. | four_calls_take_four_seconds: "was made 2 times" | after_a_failed_log_in_no_further_call_is_made: "was made 2 times"

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
