//! Takes every error for the end. | goals_that_were_missed_are_counted: "That is not the end" | after_missing_some_it_listens_on: "That is not the end"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    while let Ok(goal) = rx.recv().await {
        heard.push(goal);
    }
    (heard, 0)
}
