//! Makes a price of nothing when the time for all is up. | when_the_time_for_all_is_up_the_answer_is_none_at_once: "It returned"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    let nothing = Price { from: "nobody".to_owned(), euros: 0 };
    timeout(overall, calls).await.unwrap_or(Some(nothing))
}
