//! Ends a branch without a value. | unit-found: "ends without a value"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn call_all(each: Duration) -> Option<Price> {
    for supplier in phone_book() {
        if let Ok(price) = timeout(each, supplier.call()).await {
            return Some(price);
        }
    }
    None
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    tokio::select! {
        price = call_all(each) => price,
        _ = sleep(overall) => {}
    }
}
