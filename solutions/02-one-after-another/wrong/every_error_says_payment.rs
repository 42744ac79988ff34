//! Says of every error that payment was impossible. | an_error_names_its_step_and_what_the_shop_said: "too, though only"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

async fn steps(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) =
        tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
            fetch_address(&session).await.context("address")
        },)?;
    pay(&session, &basket, &address).await.context("pay")
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    steps(user).await.context("payment impossible")
}
