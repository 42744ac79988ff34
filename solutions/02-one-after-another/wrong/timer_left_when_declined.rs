//! Leaves a timer running when the card is declined. | all_of_this_holds_for_whatever_customer: "1 spawned task was still running"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::time::Duration;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let warning = tokio::spawn(async {
        tokio::time::sleep(Duration::from_secs(30)).await;
        lab::say!("the shop is slow today");
    });
    let parts = tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
        fetch_address(&session).await.context("address")
    },);
    let (basket, address) = match parts {
        Ok(parts) => parts,
        Err(error) => {
            warning.abort();
            return Err(error);
        }
    };
    let receipt = pay(&session, &basket, &address).await.context("pay")?;
    warning.abort();
    Ok(receipt)
}
