//! poll_fn, and a future of recv for each turn.

pub mod given;

use given::Goal;
use std::future::{Future, poll_fn};
use std::pin::pin;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        let mut next = pin!(rx.recv());
        match poll_fn(|cx| next.as_mut().poll(cx)).await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
