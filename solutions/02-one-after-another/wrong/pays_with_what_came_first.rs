//! Races basket and address, and pays with whichever won and something made up for the other. | every_customer_gets_the_receipt_of_their_own_purchase: "Payment began before basket and address were both there" | payment_waits_for_the_slower_of_the_two: "began at 2 s" | four_calls_take_four_seconds: "It took 3 s"

pub mod given;

use anyhow::Context;
use given::{Address, Basket, Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (mut basket, mut address) = (Basket { total: 42 }, Address { line: user.to_owned() });
    tokio::select! {
        it = fetch_basket(&session) => basket = it.context("basket")?,
        it = fetch_address(&session) => address = it.context("address")?,
    }
    pay(&session, &basket, &address).await.context("pay")
}
