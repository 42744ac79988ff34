//! Ends a `while` with a value. | break-with-value: "Only `loop` can end with a value"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut goals = Vec::new();
    let mut missed = 0;
    while true {
        match rx.recv().await {
            Ok(goal) => goals.push(goal),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => break (goals, missed),
        }
    }
}
