//! Lets others have a turn after each goal.

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::task::yield_now;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
        yield_now().await;
    }
}
