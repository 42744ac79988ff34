//! Counts milliseconds in a u32, so that 50 days become next to nothing. | all_of_this_holds_for_whatever_phone_book: "was cancelled at"

pub mod given;

use given::Price;
use std::time::Duration;

use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let each = Duration::from_millis(u64::from(each.as_millis() as u32));
    let overall = Duration::from_millis(u64::from(overall.as_millis() as u32));
    timeout(overall, async {
        for supplier in given::phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .unwrap_or(None)
}
