//! A Shared log in: both fetches await the same one, and begin when it is done.

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).shared();
    let basket = async {
        let session = session.clone().await.context("log in")?;
        fetch_basket(&session).await.context("basket")
    };
    let address = async {
        let session = session.clone().await.context("log in")?;
        fetch_address(&session).await.context("address")
    };
    let (basket, address) = tokio::try_join!(basket, address)?;
    let session = session.await.context("log in")?;
    pay(&session, &basket, &address).await.context("pay")
}
