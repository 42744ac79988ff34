//! Hands the first timeout on with a question mark, and so nobody else is called. | the_first_price_that_comes_in_time_is_returned: "time left and somebody left to call" | a_price_is_returned_the_moment_it_is_there: "time left and somebody left to call" | suppliers_are_called_in_turn_and_nobody_after_a_price: "time left and somebody left to call" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "time left and somebody left to call" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "time left and somebody left to call" | the_call_under_way_is_then_broken_off_too: "time left and somebody left to call" | the_last_call_gets_all_the_time_that_is_left: "time left and somebody left to call" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "time left and somebody left to call"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        for supplier in phone_book() {
            let price = timeout(each, supplier.call()).await.ok()?;
            return Some(price);
        }
        None
    })
    .await
    .ok()?
}
