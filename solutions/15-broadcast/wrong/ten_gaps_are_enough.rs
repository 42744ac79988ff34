//! Switches off at the tenth gap. | all_of_this_holds_for_whatever_afternoon: "was done at"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut gaps = 0;
    let mut heard = Vec::new();
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(n)) => {
                missed += n;
                gaps += 1;
                if gaps == 10 {
                    return (heard, missed);
                }
            }
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
