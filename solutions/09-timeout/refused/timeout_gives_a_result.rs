//! Takes what `timeout` gives for what the call gives. | timeout-result: "`timeout` gives a Result"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        for supplier in phone_book() {
            if let Some(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .ok()
    .flatten()
}
