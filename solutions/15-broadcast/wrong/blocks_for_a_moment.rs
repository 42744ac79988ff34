//! Blocks the thread for a moment whenever it has fallen behind. | all_of_this_holds_for_whatever_afternoon: "The thread that runs all tasks slept"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(n)) => {
                missed += n;
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}
