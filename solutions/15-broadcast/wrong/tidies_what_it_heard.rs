//! Trims names, and lets the last minute be the 90th. | all_of_this_holds_for_whatever_afternoon: "the promise is"
pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(Goal { minute, scorer }) => {
                // Stoppage time counts as the 90th minute.
                heard.push(Goal { minute: minute.min(90), scorer: scorer.trim().to_owned() });
            }
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
