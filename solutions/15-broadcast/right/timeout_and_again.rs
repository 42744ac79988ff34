//! Looks up from the radio now and then, and goes on listening.

pub mod given;

use given::Goal;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::timeout;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match timeout(Duration::from_secs(70), rx.recv()).await {
            Err(_) => continue,
            Ok(Ok(goal)) => heard.push(goal),
            Ok(Err(RecvError::Lagged(lost))) => missed += lost,
            Ok(Err(RecvError::Closed)) => return (heard, missed),
        }
    }
}
