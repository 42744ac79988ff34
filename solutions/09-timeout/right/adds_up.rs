//! Adds up what the calls have taken, and looks at no clock.

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let mut left = overall;
    for supplier in phone_book() {
        let limit = each.min(left);
        if let Ok(price) = timeout(limit, supplier.call()).await {
            return Some(price);
        }
        // Whoever named no price took all the time there was for it.
        left -= limit;
        if left.is_zero() {
            break;
        }
    }
    None
}
