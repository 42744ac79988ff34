//! Limits each call, and nothing limits them all. | when_the_time_for_all_is_up_the_answer_is_none_at_once: "is no limit for all" | the_call_under_way_is_then_broken_off_too: "is no limit for all"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(_overall: Duration, each: Duration) -> Option<Price> {
    for supplier in phone_book() {
        if let Ok(price) = timeout(each, supplier.call()).await {
            return Some(price);
        }
    }
    None
}
