//! A task does the payment and is told of basket and address by channels.

pub mod given;

use anyhow::{Context, anyhow};
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use tokio::sync::oneshot;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket_in, basket) = oneshot::channel();
    let (address_in, address) = oneshot::channel();
    let payer = session.clone();
    let payment = tokio::spawn(async move {
        let (Ok(basket), Ok(address)) = (basket.await, address.await) else { return None };
        Some(pay(&payer, &basket, &address).await.context("pay"))
    });
    let fetched = tokio::join!(
        async {
            let basket = fetch_basket(&session).await.context("basket")?;
            basket_in.send(basket).map_err(|_| anyhow!("nobody wants the basket"))
        },
        async {
            let address = fetch_address(&session).await.context("address")?;
            address_in.send(address).map_err(|_| anyhow!("nobody wants the address"))
        },
    );
    let receipt = payment.await?;
    fetched.0?;
    fetched.1?;
    receipt.context("pay: it was not even tried")?
}
