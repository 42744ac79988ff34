//! Starts again with the first when nobody is left, for as long as there is time. | when_nobody_is_left_to_call_the_answer_is_none_at_once: "called a second time"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    timeout(overall, async {
        loop {
            for supplier in phone_book() {
                if let Ok(price) = timeout(each, supplier.call()).await {
                    return price;
                }
            }
            sleep(Duration::from_millis(100)).await;
        }
    })
    .await
    .ok()
}
