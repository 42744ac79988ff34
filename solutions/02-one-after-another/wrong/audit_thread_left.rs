//! Leaves a thread that writes the receipt to a log. | nothing_is_left_running_not_even_after_a_failure: "1 thread that it had started was still there"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use std::time::Duration;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) =
        tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
            fetch_address(&session).await.context("address")
        },)?;
    let receipt = pay(&session, &basket, &address).await.context("pay")?;
    let line = format!("{receipt:?}");
    tokio::task::spawn_blocking(move || {
        std::thread::sleep(Duration::from_secs(8));
        drop(line);
    });
    Ok(receipt)
}
