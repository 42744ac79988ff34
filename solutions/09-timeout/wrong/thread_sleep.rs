//! Has a task make the calls, and lets the thread sleep until the time for all is up. | the_first_price_that_comes_in_time_is_returned: "The thread was blocked" | a_price_is_returned_the_moment_it_is_there: "The thread was blocked" | suppliers_are_called_in_turn_and_nobody_after_a_price: "The thread was blocked" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "The thread was blocked" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "The thread was blocked" | the_call_under_way_is_then_broken_off_too: "The thread was blocked" | the_last_call_gets_all_the_time_that_is_left: "The thread was blocked" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "The thread was blocked" | nothing_is_left_running: "The thread was blocked"

pub mod given;

use given::{Price, phone_book};
use std::thread;
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = tokio::spawn(async move {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    });
    thread::sleep(overall);
    calls.abort();
    calls.await.ok().flatten()
}
