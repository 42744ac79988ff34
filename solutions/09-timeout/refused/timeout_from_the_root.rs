//! Imports `timeout` from where it is not. | unresolved-import: "add `use tokio::time::timeout;`"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    for supplier in phone_book() {
        if let Ok(price) = timeout(each.min(overall), supplier.call()).await {
            return Some(price);
        }
    }
    None
}
