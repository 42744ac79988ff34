//! Names a price without calling anybody. | the_first_price_that_comes_in_time_is_returned: "No call began" | a_price_is_returned_the_moment_it_is_there: "No call began" | suppliers_are_called_in_turn_and_nobody_after_a_price: "No call began" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "No call began" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "No call began" | the_call_under_way_is_then_broken_off_too: "No call began" | the_last_call_gets_all_the_time_that_is_left: "No call began" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "No call began"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;

pub async fn quote(_overall: Duration, _each: Duration) -> Option<Price> {
    let first = phone_book().into_iter().next()?;
    Some(Price { from: first.name().to_owned(), euros: 129 })
}
