//! Takes a breath after each call that came to nothing. | a_price_is_returned_the_moment_it_is_there: "and still it waited" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "and still it waited" | the_last_call_gets_all_the_time_that_is_left: "and still it waited" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "and still it waited"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
            sleep(Duration::from_millis(200)).await;
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
