//! # 02 · One after another: an answer

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

/// Buys what is in `user`'s basket and returns the shop's receipt.
pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    // Everything below needs the session, so everything below waits for it: a plain .await is the
    // arrow between two steps. `?` ends the function when there is no session, and calls that were
    // not made yet are never made. context says which step it was; the shop's own words stay
    // underneath as the cause, and {:#} shows both.
    let session = log_in(user).await.context("could not log in")?;

    // Two arrows lead away from the session and none from basket to address. Both futures only
    // borrow the session, which is fine: they end in here, before it does.
    let (basket, address) = tokio::join!(fetch_basket(&session), fetch_address(&session));
    let basket = basket.context("could not fetch the basket")?;
    let address = address.context("could not fetch the address")?;

    // join! has waited for both even when one had failed. try_join! would return at the first error
    // and drop the other future in the middle of its work, which cancels it: quicker to say no,
    // and just as tidy. No spawned task is left behind either way.
    pay(&session, &basket, &address).await.context("could not pay")
}
