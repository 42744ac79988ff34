//! Stops at the first price, and does not take it along. | the_first_price_that_comes_in_time_is_returned: "where does it stay behind" | the_last_call_gets_all_the_time_that_is_left: "where does it stay behind"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            if timeout(each, supplier.call()).await.is_ok() {
                break;
            }
        }
    };
    let _ = timeout(overall, calls).await;
    None
}
