//! Sets an alarm for all in a task of its own, and never turns it off. | nothing_is_left_running: "When it returned, 1 spawned task was still running"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let mut alarm = tokio::spawn(sleep(overall));
    for supplier in phone_book() {
        tokio::select! {
            price = timeout(each, supplier.call()) => {
                if let Ok(price) = price {
                    return Some(price);
                }
            }
            _ = &mut alarm => return None,
        }
    }
    None
}
