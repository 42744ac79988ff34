//! Swaps the arguments of `timeout`. | timeout-arguments: "takes the time first"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    for s in phone_book() {
        if let Ok(p) = timeout(s.call(), each).await {
            return Some(p);
        }
    }
    None
}
