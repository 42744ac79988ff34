//! Counts how often it fell behind. | goals_that_were_missed_are_counted: "how often it fell behind"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(_)) => missed += 1,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
