//! Lets the last supplier take all that is left, and not only `each`. | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "A call was longer than `each`" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "A call was longer than `each`"

pub mod given;

use given::Price;
use std::time::Duration;

use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let work = async {
        let mut book = given::phone_book();
        let last = book.pop()?;
        for supplier in book {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        Some(last.call().await)
    };
    timeout(overall, work).await.ok().flatten()
}
