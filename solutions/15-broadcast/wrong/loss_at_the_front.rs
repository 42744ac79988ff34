//! Throws the oldest goal that is left after the lost ones, taking it for one of them. | after_missing_some_it_listens_on: "It returned 4 of 5 goals"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => {
                missed += lost;
                let _ = rx.recv().await;
            }
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
