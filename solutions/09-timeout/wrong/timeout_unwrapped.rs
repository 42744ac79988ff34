//! Takes a timeout for a failure that never happens. | the_first_price_that_comes_in_time_is_returned: "The time was up" | a_price_is_returned_the_moment_it_is_there: "The time was up" | suppliers_are_called_in_turn_and_nobody_after_a_price: "The time was up" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "The time was up" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "The time was up" | the_call_under_way_is_then_broken_off_too: "The time was up" | the_last_call_gets_all_the_time_that_is_left: "The time was up" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "The time was up" | nothing_is_left_running: "The time was up"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        let supplier = phone_book().into_iter().next()?;
        Some(timeout(each, supplier.call()).await.unwrap())
    };
    timeout(overall, calls).await.unwrap()
}
