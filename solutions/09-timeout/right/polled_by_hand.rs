//! A call and two timers, polled by hand.

pub mod given;

use given::{Price, phone_book};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::time::sleep;

enum End {
    Price(Price),
    CallOver,
    AllOver,
}

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let mut all = pin!(sleep(overall));
    for supplier in phone_book() {
        let mut call = Box::pin(supplier.call());
        let mut limit = Box::pin(sleep(each));
        let end = poll_fn(|cx| {
            if all.as_mut().poll(cx).is_ready() {
                return Poll::Ready(End::AllOver);
            }
            if limit.as_mut().poll(cx).is_ready() {
                return Poll::Ready(End::CallOver);
            }
            call.as_mut().poll(cx).map(End::Price)
        })
        .await;
        match end {
            End::Price(price) => return Some(price),
            End::CallOver => {}
            End::AllOver => return None,
        }
    }
    None
}
