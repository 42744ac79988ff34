//! Takes the first goal after a gap for a repetition where it looks like the last one heard. | all_of_this_holds_for_whatever_afternoon: "and missed"
pub mod given;
use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard: Vec<Goal> = Vec::new();
    let mut missed = 0u64;
    let mut after_gap = false;
    loop {
        match rx.recv().await {
            Ok(goal) => {
                if !(after_gap && heard.last() == Some(&goal)) {
                    heard.push(goal);
                }
                after_gap = false;
            }
            Err(RecvError::Lagged(n)) => {
                missed += n;
                after_gap = true;
            }
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
