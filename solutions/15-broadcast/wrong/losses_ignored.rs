//! Listens on, and does not count. | goals_that_were_missed_are_counted: "nothing was counted"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return (heard, 0),
        }
    }
}
