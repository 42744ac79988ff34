//! Rests for a moment when it has fallen behind. | all_of_this_holds_for_whatever_afternoon: "the promise is"
pub mod given;

use given::Goal;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::sleep;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => {
                missed += lost;
                sleep(Duration::from_millis(300)).await;
            }
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
