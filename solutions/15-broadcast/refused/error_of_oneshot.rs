//! Imports the error of another kind of channel. | other-recv-error: "another kind of channel"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::oneshot::error::RecvError;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut goals, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(g) => goals.push(g),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(_) => break,
        }
    }
    (goals, missed)
}
