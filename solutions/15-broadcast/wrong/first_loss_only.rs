//! Notes the first loss and no other. | goals_that_were_missed_are_counted: "It counted 5 missed goals; the promise is 10"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), None);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed = missed.or(Some(lost)),
            Err(RecvError::Closed) => return (heard, missed.unwrap_or(0)),
        }
    }
}
