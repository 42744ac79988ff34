//! Spawns both, sleeps as long as most customers take, and expects the results to be there. | payment_waits_for_the_slower_of_the_two: "began at 3.5 s" | four_calls_take_four_seconds: "It took 4.5 s" | nothing_is_left_running_not_even_after_a_failure: "did not wait for basket of nora"

pub mod given;

use anyhow::Context;
use futures::FutureExt;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use lab::SECOND;
use tokio::time::sleep;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (one, two) = (session.clone(), session.clone());
    let basket = tokio::spawn(async move { fetch_basket(&one).await });
    let address = tokio::spawn(async move { fetch_address(&two).await });
    sleep(2 * SECOND + SECOND / 2).await;
    let address = address.now_or_never().context("address: not here yet")??.context("address")?;
    let basket = basket.now_or_never().context("basket: not here yet")??.context("basket")?;
    pay(&session, &basket, &address).await.context("pay")
}
