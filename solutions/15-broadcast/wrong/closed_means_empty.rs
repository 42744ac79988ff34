//! Stops when the channel is closed, whatever is left in it. | goals_reported_just_before_the_end_are_heard: "That no more will be sent" | after_missing_some_it_listens_on: "That no more will be sent"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    while !rx.is_closed() {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
