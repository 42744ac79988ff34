//! Keeps all handles and aborts them when it is done, not when their time is up. | suppliers_are_called_in_turn_and_nobody_after_a_price: "A limit ends what it owns" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "A limit ends what it owns"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let mut handles = Vec::new();
    let price = timeout(overall, async {
        for supplier in phone_book() {
            let mut call = tokio::spawn(supplier.call());
            handles.push(call.abort_handle());
            if let Ok(price) = timeout(each, &mut call).await {
                return price.ok();
            }
        }
        None
    })
    .await;
    for handle in handles {
        handle.abort();
    }
    price.ok().flatten()
}
