//! Waits for `Some`, as with an mpsc channel. | recv-result: "A receiver gives a Result here"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut goals = Vec::new();
    while let Some(goal) = rx.recv().await {
        goals.push(goal);
    }
    (goals, 0)
}
