//! Puts the limit around a JoinHandle: the call goes on in its task. | suppliers_are_called_in_turn_and_nobody_after_a_price: "A limit ends what it owns" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "A limit ends what it owns" | the_call_under_way_is_then_broken_off_too: "A limit ends what it owns" | nothing_is_left_running: "A limit ends what it owns"

pub mod given;

use given::{Price, phone_book};
use std::time::Duration;
use tokio::time::timeout;

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        for supplier in phone_book() {
            let call = tokio::spawn(supplier.call());
            if let Ok(Ok(price)) = timeout(each, call).await {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
