//! Asks a Result as if it were a bool. | bool-expected: "want a bool"

pub mod given;

use anyhow::Context;
use given::{Receipt, fetch_address, fetch_basket, log_in, pay};

pub async fn checkout(user: &str) -> anyhow::Result<Receipt> {
    let session = log_in(user).await;
    if session {}
    todo!()
}
