//! Splits the time for all evenly among the suppliers. | the_call_under_way_is_then_broken_off_too: "neither its own time nor the time for all" | the_last_call_gets_all_the_time_that_is_left: "neither its own time nor the time for all"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let book = phone_book();
    let share = each.min(overall / book.len().max(1) as u32);
    let mut until = Instant::now();
    for supplier in book {
        until += share;
        if let Ok(price) = timeout_at(until, supplier.call()).await {
            return Some(price);
        }
    }
    None
}
