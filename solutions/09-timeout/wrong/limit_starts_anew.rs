//! Puts the limit for all inside the loop, where it starts anew with each call. | when_the_time_for_all_is_up_the_answer_is_none_at_once: "is no limit for all" | the_call_under_way_is_then_broken_off_too: "is no limit for all"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    for supplier in phone_book() {
        match timeout(overall, timeout(each, supplier.call())).await {
            Ok(Ok(price)) => return Some(price),
            Ok(Err(_)) => {}
            Err(_) => return None,
        }
    }
    None
}
