//! Stops when nobody has scored for fifty minutes. | it_returns_when_the_last_reporter_has_signed_off: "Neither a silence nor a number of goals"

pub mod given;

use given::Goal;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::timeout;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    while let Ok(next) = timeout(Duration::from_secs(3_000), rx.recv()).await {
        match next {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
