//! Counts the loss and stops there. | goals_that_were_missed_are_counted: "That is not the end" | after_missing_some_it_listens_on: "That is not the end"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => return (heard, lost),
            Err(RecvError::Closed) => return (heard, 0),
        }
    }
}
