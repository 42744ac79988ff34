//! Keeps only the last loss. | goals_that_were_missed_are_counted: "the last time it fell behind"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed = lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
