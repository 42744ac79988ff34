//! FuturesUnordered of boxed futures, each leaving its result where it belongs.

pub mod given;

use anyhow::Context;
use futures::future::{FutureExt, LocalBoxFuture};
use futures::stream::{FuturesUnordered, TryStreamExt};
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (mut basket, mut address) = (None, None);
    let fetches: FuturesUnordered<LocalBoxFuture<'_, anyhow::Result<()>>> = [
        async { Ok(basket = Some(fetch_basket(&session).await.context("basket")?)) }.boxed_local(),
        async { Ok(address = Some(fetch_address(&session).await.context("address")?)) }
            .boxed_local(),
    ]
    .into_iter()
    .collect();
    fetches.try_collect::<()>().await?;
    let basket = basket.context("no basket came")?;
    let address = address.context("no address came")?;
    pay(&session, &basket, &address).await.context("pay")
}
