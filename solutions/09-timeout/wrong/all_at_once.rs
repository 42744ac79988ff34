//! Calls everybody at the same time and takes the first price. | the_first_price_that_comes_in_time_is_returned: "There is one telephone" | a_price_is_returned_the_moment_it_is_there: "There is one telephone" | suppliers_are_called_in_turn_and_nobody_after_a_price: "There is one telephone" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "There is one telephone" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "There is one telephone" | the_call_under_way_is_then_broken_off_too: "There is one telephone" | the_last_call_gets_all_the_time_that_is_left: "There is one telephone" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "There is one telephone"

pub mod given;

use futures::future::select_ok;
use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls: Vec<_> =
        phone_book().into_iter().map(|it| Box::pin(timeout(each, it.call()))).collect();
    if calls.is_empty() {
        return None;
    }
    let (price, _others) = timeout(overall, select_ok(calls)).await.ok()?.ok()?;
    Some(price)
}
