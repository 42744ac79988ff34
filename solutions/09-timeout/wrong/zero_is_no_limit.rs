//! Takes an `each` of zero for no limit. | all_of_this_holds_for_whatever_phone_book: "what the limits allow"

pub mod given;

use given::Price;
use std::time::Duration;

use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let each = if each.is_zero() { Duration::MAX } else { each };
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
