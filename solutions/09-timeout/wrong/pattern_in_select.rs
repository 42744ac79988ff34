//! Names only the Ok in select!, which then stops looking at that arm when there is an Err. | the_first_price_that_comes_in_time_is_returned: "When its own time is up it has to be dropped" | a_price_is_returned_the_moment_it_is_there: "When its own time is up it has to be dropped" | suppliers_are_called_in_turn_and_nobody_after_a_price: "When its own time is up it has to be dropped" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "When its own time is up it has to be dropped" | the_call_under_way_is_then_broken_off_too: "When its own time is up it has to be dropped" | the_last_call_gets_all_the_time_that_is_left: "When its own time is up it has to be dropped" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "When its own time is up it has to be dropped"

pub mod given;

use given::{Price, phone_book};
use std::pin::pin;
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let mut over = pin!(sleep(overall));
    for supplier in phone_book() {
        tokio::select! {
            Ok(price) = timeout(each, supplier.call()) => return Some(price),
            () = &mut over => return None,
        }
    }
    None
}
