//! Two tasks, raced by select!; when one fails, the other is aborted.

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (one, two) = (session.clone(), session.clone());
    let mut basket = tokio::spawn(async move { fetch_basket(&one).await.context("basket") });
    let mut address = tokio::spawn(async move { fetch_address(&two).await.context("address") });
    let fetched = tokio::select! {
        it = &mut basket => match it? {
            Ok(basket) => address.await?.map(|address| (basket, address)),
            Err(error) => {
                address.abort();
                Err(error)
            }
        },
        it = &mut address => match it? {
            Ok(address) => basket.await?.map(|basket| (basket, address)),
            Err(error) => {
                basket.abort();
                Err(error)
            }
        },
    };
    let (basket, address) = fetched?;
    pay(&session, &basket, &address).await.context("pay")
}
