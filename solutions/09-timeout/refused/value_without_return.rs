//! Ends a branch with a value, and goes on. | unit-expected: "To leave the function with it"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

async fn call_all(each: Duration) -> Option<Price> {
    for supplier in phone_book() {
        if let Ok(price) = timeout(each, supplier.call()).await {
            Some(price)
        }
    }
    None
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, call_all(each)).await.unwrap_or(None)
}
