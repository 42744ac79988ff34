//! Works out what is left for all with the clock of std, which does not jump. | when_the_time_for_all_is_up_the_answer_is_none_at_once: "std's does not jump along" | the_call_under_way_is_then_broken_off_too: "needs tokio::time::Instant"

pub mod given;

use given::{Price, phone_book};
use std::time::{Duration, Instant};
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let began = Instant::now();
    let mut left = overall;
    for supplier in phone_book() {
        if let Ok(price) = timeout(each.min(left), supplier.call()).await {
            return Some(price);
        }
        left = overall.saturating_sub(began.elapsed());
        if left.is_zero() {
            return None;
        }
    }
    None
}
