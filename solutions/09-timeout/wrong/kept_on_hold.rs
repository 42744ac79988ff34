//! Lends the call to the limit and keeps it, in case it may still be of use. | suppliers_are_called_in_turn_and_nobody_after_a_price: "A limit ends what it owns" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "A limit ends what it owns"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        let mut on_hold = Vec::new();
        for supplier in phone_book() {
            let mut call = Box::pin(supplier.call());
            if let Ok(price) = timeout(each, &mut call).await {
                return Some(price);
            }
            on_hold.push(call);
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
