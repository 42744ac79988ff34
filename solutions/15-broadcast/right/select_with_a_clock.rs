//! select! with an interval that is only there to be polite.

pub mod given;

use given::Goal;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::interval;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    let mut coffee = interval(Duration::from_secs(600));
    loop {
        tokio::select! {
            _ = coffee.tick() => {}
            next = rx.recv() => match next {
                Ok(goal) => heard.push(goal),
                Err(RecvError::Lagged(lost)) => missed += lost,
                Err(RecvError::Closed) => return (heard, missed),
            },
        }
    }
}
