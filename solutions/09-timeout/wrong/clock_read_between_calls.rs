//! Looks at the clock between two calls, when a call has already run past the end. | when_the_time_for_all_is_up_the_answer_is_none_at_once: "is no limit for all" | the_call_under_way_is_then_broken_off_too: "is no limit for all"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{Instant, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let began = Instant::now();
    for supplier in phone_book() {
        if began.elapsed() >= overall {
            return None;
        }
        if let Ok(price) = timeout(each, supplier.call()).await {
            return Some(price);
        }
    }
    None
}
