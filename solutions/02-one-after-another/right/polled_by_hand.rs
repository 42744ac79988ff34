//! Both futures are polled by hand; an error is noticed at once.

pub mod given;

use anyhow::Context as _;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let mut fetching_basket = pin!(fetch_basket(&session));
    let mut fetching_address = pin!(fetch_address(&session));
    let (mut basket, mut address) = (None, None);
    let (basket, address) = poll_fn(|cx| {
        if basket.is_none()
            && let Poll::Ready(it) = fetching_basket.as_mut().poll(cx)
        {
            basket = Some(it.context("basket")?);
        }
        if address.is_none()
            && let Poll::Ready(it) = fetching_address.as_mut().poll(cx)
        {
            address = Some(it.context("address")?);
        }
        match (basket.take(), address.take()) {
            (Some(basket), Some(address)) => Poll::Ready(anyhow::Ok((basket, address))),
            halves => {
                (basket, address) = halves;
                Poll::Pending
            }
        }
    })
    .await?;
    pay(&session, &basket, &address).await.context("pay")
}
