//! Does not begin when nobody is on the air any more. | goals_reported_just_before_the_end_are_heard: "That no more will be sent"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    if rx.is_closed() {
        return (heard, missed);
    }
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
