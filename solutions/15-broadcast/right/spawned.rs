//! The whole loop in a task, awaited.

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let task = tokio::spawn(async move {
        let (mut heard, mut missed) = (Vec::new(), 0);
        loop {
            match rx.recv().await {
                Ok(goal) => heard.push(goal),
                Err(RecvError::Lagged(lost)) => missed += lost,
                Err(RecvError::Closed) => break (heard, missed),
            }
        }
    });
    task.await.unwrap()
}
