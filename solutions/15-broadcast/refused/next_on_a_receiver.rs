//! Asks a receiver for its next item as a stream. | receiver-is-no-stream: "neither a stream nor an iterator"

pub mod given;

use futures::StreamExt;
use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut goals = Vec::new();
    while let Some(goal) = rx.next().await {
        goals.push(goal);
    }
    (goals, 0)
}
