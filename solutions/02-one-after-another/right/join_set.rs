//! A JoinSet of two kinds of results; dropping it at the first error aborts the rest.

pub mod given;

use anyhow::{Context, bail};
use given::{Address, Basket, Receipt, fetch_address, fetch_basket, log_in, pay};
use tokio::task::JoinSet;

enum Part {
    Basket(Basket),
    Address(Address),
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let mut parts: JoinSet<anyhow::Result<Part>> = JoinSet::new();
    let ours = session.clone();
    parts.spawn(async move { fetch_basket(&ours).await.map(Part::Basket).context("basket") });
    let ours = session.clone();
    parts.spawn(async move { fetch_address(&ours).await.map(Part::Address).context("address") });
    let (mut basket, mut address) = (None, None);
    while let Some(part) = parts.join_next().await {
        match part?? {
            Part::Basket(it) => basket = Some(it),
            Part::Address(it) => address = Some(it),
        }
    }
    let (Some(basket), Some(address)) = (basket, address) else { bail!("half an answer") };
    pay(&session, &basket, &address).await.context("pay")
}
