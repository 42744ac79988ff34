//! select! in a loop until both have come.

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::pin::pin;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let mut fetching_basket = pin!(fetch_basket(&session));
    let mut fetching_address = pin!(fetch_address(&session));
    let (mut basket, mut address) = (None, None);
    let (basket, address) = loop {
        tokio::select! {
            it = &mut fetching_basket, if basket.is_none() => basket = Some(it.context("basket")?),
            it = &mut fetching_address, if address.is_none() => {
                address = Some(it.context("address")?);
            }
            else => if let (Some(basket), Some(address)) = (basket, address) {
                break (basket, address);
            } else {
                unreachable!("both branches are off only when both have come")
            },
        }
    };
    pay(&session, &basket, &address).await.context("pay")
}
