//! `log_in` is not awaited, and then its session's field is used. | not-awaited: "Calling an `async fn` only creates"
pub mod given;

use anyhow::Context;
use given::Receipt;

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = given::log_in(user);
    println!("logged in with {}", session.token);
    let session = session.await.context("log in")?;
    let (basket, address) =
        tokio::join!(given::fetch_basket(&session), given::fetch_address(&session));
    let basket = basket.context("basket")?;
    let address = address.context("address")?;
    given::pay(&session, &basket, &address).await.context("pay")
}
