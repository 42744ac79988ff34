//! When it has fallen behind, makes a new receiver and begins afresh. | after_missing_some_it_listens_on: "It returned 1 of 5 goals"

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
                rx = rx.resubscribe();
            }
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
