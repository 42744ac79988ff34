//! Appends a goal as to a list in Python. | append-for-push: "takes another list"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};
pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = vec![];
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(g) => heard.append(g),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
