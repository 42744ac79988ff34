//! Gives `timeout` the price instead of the call. | awaited-too-early: "A future is expected here, and"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call().await).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .ok()
    .flatten()
}
