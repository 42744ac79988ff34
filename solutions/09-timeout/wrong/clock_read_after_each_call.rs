//! Waits for every call to end and then looks whether it was too long. | a_price_is_returned_the_moment_it_is_there: "When its own time is up it has to be dropped" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "looking at the clock afterwards is too late" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "looking at the clock afterwards is too late" | the_call_under_way_is_then_broken_off_too: "looking at the clock afterwards is too late" | the_last_call_gets_all_the_time_that_is_left: "looking at the clock afterwards is too late" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "looking at the clock afterwards is too late"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::Instant;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let began = Instant::now();
    for supplier in phone_book() {
        let call = Instant::now();
        let price = supplier.call().await;
        if began.elapsed() > overall {
            return None;
        }
        if call.elapsed() <= each {
            return Some(price);
        }
    }
    None
}
