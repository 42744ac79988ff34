//! Matches Lagged without its number. | pattern-without-value: "has a value in it"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};
pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = vec![];
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(g) => heard.push(g),
            Err(RecvError::Lagged) => missed += 1,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
