//! Matches on the future of a goal. | not-awaited: "Calling an `async fn` only creates"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut goals = Vec::new();
    while let Ok(goal) = rx.recv() {
        goals.push(goal);
    }
    (goals, 0)
}
