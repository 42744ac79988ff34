//! Calls the next one after half the time, while the first still searches. | a_price_is_returned_the_moment_it_is_there: "There is one telephone" | suppliers_are_called_in_turn_and_nobody_after_a_price: "There is one telephone" | a_call_is_broken_off_when_its_time_is_up_and_the_next_begins: "There is one telephone" | the_call_under_way_is_then_broken_off_too: "There is one telephone" | the_last_call_gets_all_the_time_that_is_left: "There is one telephone" | when_nobody_is_left_to_call_the_answer_is_none_at_once: "There is one telephone"

pub mod given;

use futures::future::{Either, select};
use given::{Price, phone_book};
use std::pin::pin;
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let calls = async {
        let mut book = phone_book().into_iter();
        while let Some(first) = book.next() {
            let first = pin!(timeout(each, first.call()));
            let second = pin!(async {
                sleep(each / 2).await;
                match book.next() {
                    Some(second) => timeout(each, second.call()).await,
                    None => timeout(each, std::future::pending()).await,
                }
            });
            let (price, other) = match select(first, second).await {
                Either::Left((price, other)) => (price, Either::Left(other)),
                Either::Right((price, other)) => (price, Either::Right(other)),
            };
            if let Ok(price) = price {
                return Some(price);
            }
            if let Ok(price) = other.await {
                return Some(price);
            }
        }
        None
    };
    timeout(overall, calls).await.ok().flatten()
}
