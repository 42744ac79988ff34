//! Takes two suppliers of one name for one. | all_of_this_holds_for_whatever_phone_book: "the promise is"

pub mod given;

use given::Price;
use std::time::Duration;

use std::collections::HashSet;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        let mut seen = HashSet::new();
        for supplier in given::phone_book() {
            if !seen.insert(supplier.name().to_owned()) {
                continue;
            }
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    })
    .await
    .unwrap_or(None)
}
