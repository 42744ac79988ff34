//! Counts the losses in a static, which all who listen share. | all_of_this_holds_for_whatever_afternoon: "missed"
pub mod given;

use given::Goal;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use tokio::sync::broadcast::{self, error::RecvError};

static MISSED: AtomicU64 = AtomicU64::new(0);

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    MISSED.store(0, SeqCst);
    let mut heard = Vec::new();
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => {
                MISSED.fetch_add(lost, SeqCst);
            }
            Err(RecvError::Closed) => return (heard, MISSED.load(SeqCst)),
        }
    }
}
