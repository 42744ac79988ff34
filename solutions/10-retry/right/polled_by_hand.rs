//! A machine with two states, an attempt and a pause, polled by hand.

pub mod given;

use anyhow::{Context, bail};
use given::Failure;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

enum State<Fut> {
    Attempt(Pin<Box<Fut>>),
    Pause(Pin<Box<Sleep>>),
}

pub async fn retry<T, F, Fut>(max_attempts: u32, mut attempt: F) -> anyhow::Result<T>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, Failure>>,
{
    if max_attempts == 0 {
        bail!("not a single attempt was allowed");
    }
    let mut made = 1;
    let mut state = State::Attempt(Box::pin(attempt()));
    let result = poll_fn(|cx| {
        loop {
            state = match &mut state {
                State::Attempt(future) => match ready!(future.as_mut().poll(cx)) {
                    Err(Failure::Temporary(_)) if made < max_attempts => {
                        State::Pause(Box::pin(sleep(Duration::from_secs(1 << (made - 1)))))
                    }
                    result => return Poll::Ready(result),
                },
                State::Pause(timer) => {
                    ready!(timer.as_mut().poll(cx));
                    made += 1;
                    State::Attempt(Box::pin(attempt()))
                }
            };
        }
    })
    .await;
    result.with_context(|| format!("made {made}"))
}
