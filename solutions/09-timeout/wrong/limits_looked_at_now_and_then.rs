//! Is told a price at once, and looks only ten times a second whether a limit has been reached. | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "less than a second late" | when_the_time_for_all_is_up_the_answer_is_none_at_once: "less than a second late" | the_call_under_way_is_then_broken_off_too: "less than a second late"

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
