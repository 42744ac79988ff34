//! Gives up as soon as there is not the full time left for another call. | when_the_time_for_all_is_up_the_answer_is_none_at_once: "time left and somebody left to call" | the_call_under_way_is_then_broken_off_too: "time left and somebody left to call" | the_last_call_gets_all_the_time_that_is_left: "time left and somebody left to call"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls_possible = overall.as_millis() / each.as_millis();
    for supplier in phone_book().into_iter().take(calls_possible as usize) {
        if let Ok(price) = timeout(each, supplier.call()).await {
            return Some(price);
        }
    }
    None
}
