//! Replaces the shop's words by its own instead of adding to them. | an_error_names_its_step_and_what_the_shop_said: "keeps it as the cause"

pub mod given;

use anyhow::anyhow;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.map_err(|_| anyhow!("could not log in"))?;
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let basket = basket.map_err(|_| anyhow!("no basket"))?;
    let address = address.map_err(|_| anyhow!("no address"))?;
    pay(&session, &basket, &address).await.map_err(|_| anyhow!("could not pay"))
}
