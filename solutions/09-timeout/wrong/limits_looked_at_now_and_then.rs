//! Is told a price at once, and looks only ten times a second whether a limit has been reached. | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "A call was longer than `each`" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "and it went on" | the_call_under_way_is_then_broken_off_too: "and it went on"

pub mod given;

use given::{Price, phone_book};
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let began = Instant::now();
    for supplier in phone_book() {
        let call_began = Instant::now();
        let mut call = pin!(supplier.call());
        while call_began.elapsed() < each {
            tokio::select! {
                price = &mut call => return Some(price),
                () = sleep(Duration::from_millis(100)) => {}
            }
            if began.elapsed() >= overall {
                return None;
            }
        }
    }
    None
}
