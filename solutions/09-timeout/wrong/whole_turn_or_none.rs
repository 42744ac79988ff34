//! Makes no call for which there is not the full time left. | the_call_under_way_is_then_broken_off_too: "and still it waited" | the_last_call_gets_all_the_time_that_is_left: "and still it waited"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{Instant, sleep_until, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let over = Instant::now() + overall;
    for supplier in phone_book() {
        if Instant::now() + each > over {
            sleep_until(over).await;
            return None;
        }
        if let Ok(price) = timeout(each, supplier.call()).await {
            return Some(price);
        }
    }
    None
}
