//! Returns only the goals. | tuple-expected: "as a tuple"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut goals = Vec::new();
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(goal) => goals.push(goal),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => break,
        }
    }
    println!("missed {missed}");
    goals
}
