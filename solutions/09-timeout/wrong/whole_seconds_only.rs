//! Counts the time in whole seconds. | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "neither its own time nor the time for all" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "neither its own time nor the time for all" | the_call_under_way_is_then_broken_off_too: "neither its own time nor the time for all"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let whole = |time: Duration| Duration::from_secs(time.as_secs());
    let calls = async {
        for supplier in phone_book() {
            if let Ok(price) = timeout(whole(each), supplier.call()).await {
                return Some(price);
            }
        }
        None
    };
    timeout(whole(overall), calls).await.ok().flatten()
}
