//! Has a task look for goals twice a second. | it_returns_when_the_last_reporter_has_signed_off: "such as a pause"

pub mod given;

use given::Goal;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::TryRecvError};
use tokio::time::sleep;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let listening = tokio::spawn(async move {
        let (mut heard, mut missed) = (Vec::new(), 0);
        loop {
            match rx.try_recv() {
                Ok(goal) => heard.push(goal),
                Err(TryRecvError::Lagged(lost)) => missed += lost,
                Err(TryRecvError::Empty) => sleep(Duration::from_millis(500)).await,
                Err(TryRecvError::Closed) => return (heard, missed),
            }
        }
    });
    listening.await.unwrap()
}
