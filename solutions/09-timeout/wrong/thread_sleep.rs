//! Lets the thread sleep through the time of each call, in a task meant as its timer. | the_first_price_that_comes_in_time_is_returned: "The thread was blocked" | a_price_is_returned_the_moment_it_is_there: "The thread was blocked" | suppliers_are_called_in_turn_and_nobody_after_a_price: "The thread was blocked" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "The thread was blocked" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "The thread was blocked" | the_call_under_way_is_then_broken_off_too: "The thread was blocked" | the_last_call_gets_all_the_time_that_is_left: "The thread was blocked" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "The thread was blocked" | nothing_is_left_running: "The thread was blocked"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;

pub async fn quote(_overall: Duration, each: Duration) -> Option<Price> {
    for supplier in phone_book() {
        let call = tokio::spawn(supplier.call());
        std::thread::sleep(each);
        if call.is_finished() {
            return call.await.ok();
        }
        call.abort();
    }
    None
}
