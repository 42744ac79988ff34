//! Gives no call more than a day, whatever `each` says. | all_of_this_holds_for_whatever_phone_book: "was cancelled at 1 day"

pub mod given;

use given::Price;
use std::time::Duration;

use tokio::time::timeout;
const DAY: Duration = Duration::from_secs(86400);

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall.min(7 * DAY), async {
        for supplier in given::phone_book() {
            if let Ok(price) = timeout(each.min(DAY), supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .unwrap_or(None)
}
