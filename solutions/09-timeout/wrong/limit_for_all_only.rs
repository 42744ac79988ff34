//! Limits all the calls together, so that the first can take all the time. | the_first_price_that_comes_in_time_is_returned: "When its own time is up it has to be dropped" | a_price_is_returned_the_moment_it_is_there: "When its own time is up it has to be dropped" | suppliers_are_called_in_turn_and_nobody_after_a_price: "When its own time is up it has to be dropped" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "When its own time is up it has to be dropped" | the_call_under_way_is_then_broken_off_too: "When its own time is up it has to be dropped" | the_last_call_gets_all_the_time_that_is_left: "When its own time is up it has to be dropped" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "When its own time is up it has to be dropped"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, _each: Duration) -> Option<Price> {
    let calls = async {
        match phone_book().into_iter().next() {
            Some(supplier) => Some(supplier.call().await),
            None => None,
        }
    };
    timeout(overall, calls).await.ok().flatten()
}
