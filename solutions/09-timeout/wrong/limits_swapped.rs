//! Takes one limit for the other. | the_first_price_that_comes_in_time_is_returned: "only `overall` ends the search" | a_price_is_returned_the_moment_it_is_there: "only `overall` ends the search" | suppliers_are_called_in_turn_and_nobody_after_a_price: "only `overall` ends the search" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "only `overall` ends the search" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "only `overall` ends the search" | the_call_under_way_is_then_broken_off_too: "only `overall` ends the search" | the_last_call_gets_all_the_time_that_is_left: "only `overall` ends the search" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "only `overall` ends the search"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(each: Duration, overall: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.unwrap_or(None)
}
