//! Returns Ok where an Option is promised. | result-for-option: "`Some(x)`, not `Ok(x)`"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    for s in phone_book() {
        if let Ok(p) = timeout(each, s.call()).await {
            return Ok(p);
        }
    }
    None
}
