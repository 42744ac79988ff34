//! `RecvError` is imported from std's mpsc, which has another one of the same name. | std-for-tokio: "This is the type of std"
pub mod given;

use given::Goal;
use std::sync::mpsc::RecvError;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut goals = Vec::new();
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(goal) => goals.push(goal),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => break,
        }
    }
    (goals, missed)
}
