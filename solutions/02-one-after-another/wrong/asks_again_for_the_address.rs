//! Asks for the address once more when it is refused. | all_of_this_holds_for_whatever_customer: "was made 2 times; the promise is once"

pub mod given;
use anyhow::Context;
use given::{Address, Receipt, Refusal, Session, fetch_address, fetch_basket, log_in, pay};

async fn stubborn(session: &Session) -> Result<Address, Refusal> {
    match fetch_address(session).await {
        Err(_) => fetch_address(session).await,
        ok => ok,
    }
}

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.context("log in")?;
    let (basket, address) =
        tokio::try_join!(async { fetch_basket(&session).await.context("basket") }, async {
            stubborn(&session).await.context("address")
        },)?;
    pay(&session, &basket, &address).await.context("pay")
}
