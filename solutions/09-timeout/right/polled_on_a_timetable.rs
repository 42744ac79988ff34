//! One future for it all: a call that is replaced in its place, and one timer that is set anew.

pub mod given;

use given::{Price, phone_book};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let start = Instant::now();
    let mut book = phone_book().into_iter();
    let mut call = Box::pin(book.next()?.call());
    let mut turn_is_up = pin!(sleep_until(start + each));
    let mut time_is_up = pin!(sleep_until(start + overall));
    poll_fn(|cx| {
        loop {
            if let Poll::Ready(price) = call.as_mut().poll(cx) {
                return Poll::Ready(Some(price));
            }
            if time_is_up.as_mut().poll(cx).is_ready() {
                return Poll::Ready(None);
            }
            if turn_is_up.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            let Some(next) = book.next() else { return Poll::Ready(None) };
            call.set(next.call());
            let up = turn_is_up.deadline() + each;
            turn_is_up.as_mut().reset(up);
        }
    })
    .await
}
