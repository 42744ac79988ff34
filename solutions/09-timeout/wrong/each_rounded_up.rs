//! Rounds the time for each call up to whole seconds. | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "it was rounded"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let each = Duration::from_secs(each.as_secs_f64().ceil() as u64);
    let calls = async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.unwrap_or(None)
}
