//! No .await but the last: futures' combinators, and text instead of context.

pub mod given;

use anyhow::anyhow;
use futures::{FutureExt, TryFutureExt, future::try_join};
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    log_in(user)
        .map_err(|no| anyhow!("Log in of {user} failed: {no}"))
        .and_then(|session| async move {
            let basket = fetch_basket(&session).map_err(|no| anyhow!("Basket of {user}: {no}"));
            let address = fetch_address(&session).map_err(|no| anyhow!("Address of {user}: {no}"));
            let (basket, address) = try_join(address, basket).map_ok(|(a, b)| (b, a)).await?;
            pay(&session, &basket, &address)
                .map(|paid| paid.map_err(|no| anyhow!("Paying failed: {no}")))
                .await
        })
        .await
}
