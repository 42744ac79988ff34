//! Counts what is lost at once in eight bits. | all_of_this_holds_for_whatever_afternoon: "missed"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(n)) => missed += u64::from(n as u8),
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
