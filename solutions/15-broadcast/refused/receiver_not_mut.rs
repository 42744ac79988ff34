//! Receives from a receiver that is not `mut`. | needs-mut: "It changes, so declare it with"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut goals, mut lost) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => goals.push(goal),
            Err(RecvError::Lagged(n)) => lost += n,
            Err(RecvError::Closed) => return (goals, lost),
        }
    }
}
