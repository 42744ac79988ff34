//! A task listens, another one only waits, and both are called off when the answer is there.

pub mod given;

use given::Goal;
use std::future::pending;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut helpers = JoinSet::new();
    helpers.spawn(pending());
    let (answer, answered) = oneshot::channel();
    helpers.spawn(async move {
        let (mut heard, mut losses) = (Vec::new(), Vec::new());
        loop {
            match rx.recv().await {
                Ok(goal) => heard.push(goal),
                Err(RecvError::Lagged(lost)) => losses.push(lost),
                Err(RecvError::Closed) => break,
            }
        }
        let _ = answer.send((heard, losses.iter().sum()));
    });
    // The set is dropped on return, and ends what is still in it.
    answered.await.expect("the listener says what it heard")
}
