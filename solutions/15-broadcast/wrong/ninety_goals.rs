//! Listens for ninety goals at most, as if that were enough for an afternoon. | all_of_this_holds_for_whatever_afternoon: "the promise is"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    for _ in 0..90 {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
