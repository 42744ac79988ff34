//! Waits for the call and its limit both. | a_price_is_returned_the_moment_it_is_there: "and still it waited" | the_last_call_gets_all_the_time_that_is_left: "and still it waited"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::sleep;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            let call = timeout(each, supplier.call());
            let (price, ()) = tokio::join!(call, sleep(each));
            if let Ok(price) = price {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
