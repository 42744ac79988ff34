//! Compares what `timeout` gives with None. | timeout-result: "`timeout` gives a Result"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    for s in phone_book() {
        let price = timeout(each, s.call()).await;
        if price != None {
            return price;
        }
    }
    None
}
