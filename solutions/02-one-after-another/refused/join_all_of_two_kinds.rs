//! Puts two different futures into a list. | different-futures: "takes different futures as they are"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await?;
    let both =
        futures::future::join_all(vec![fetch_basket(&session), fetch_address(&session)]).await;
    todo!()
}
