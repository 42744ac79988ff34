//! Shortens a call to the time that is left, and goes on when none is left. | the_call_under_way_is_then_broken_off_too: "A call began when the time for all was up"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{Instant, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let start = Instant::now();
    for supplier in phone_book() {
        let left = overall.saturating_sub(start.elapsed());
        if let Ok(price) = timeout(each.min(left), supplier.call()).await {
            return Some(price);
        }
    }
    None
}
