//! Spawns the whole loop and gives up on its handle when the time for all is up. | the_call_under_way_is_then_broken_off_too: "A limit ends what it owns" | nothing_is_left_running: "A limit ends what it owns"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = tokio::spawn(async move {
        for supplier in phone_book() {
            if let Ok(price) = timeout(each, supplier.call()).await {
                return Some(price);
            }
        }
        None
    });
    match timeout(overall, calls).await {
        Ok(Ok(price)) => price,
        _ => None,
    }
}
