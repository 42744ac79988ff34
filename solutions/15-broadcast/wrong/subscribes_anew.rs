//! Makes a receiver of its own, which begins with the next goal. | goals_reported_before_it_listened_are_heard_too: "A new subscription begins with the next" | goals_reported_just_before_the_end_are_heard: "It returned 0 of 3 goals"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut rx = rx.resubscribe();
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
