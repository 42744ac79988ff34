//! Takes the suppliers off the end of the list. | the_first_price_that_comes_in_time_is_returned: "did not go to the first in the phone book" | a_price_is_returned_the_moment_it_is_there: "did not go to the first in the phone book" | suppliers_are_called_in_turn_and_nobody_after_a_price: "did not go to the first in the phone book" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "did not go to the first in the phone book" | the_call_under_way_is_then_broken_off_too: "did not go to the first in the phone book" | the_last_call_gets_all_the_time_that_is_left: "did not go to the first in the phone book"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let mut book = phone_book();
    let calls = async {
        while let Some(supplier) = book.pop() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
