//! A static lock: one customer's payment waits for another's. | all_of_this_holds_for_whatever_customer: "Calls that run at the same time share something"

pub mod given;
use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
use tokio::sync::Semaphore;

static CARD_READER: Semaphore = Semaphore::const_new(1);

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) =
        tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
            fetch_address(&session).await.context("address")
        },)?;
    let _reader = CARD_READER.acquire().await?;
    pay(&session, &basket, &address).await.context("pay")
}
