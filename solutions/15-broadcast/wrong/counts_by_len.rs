//! Counts by the length of the receiver, which has the lost ones in it. | all_of_this_holds_for_whatever_afternoon: "the promise is"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = Vec::new();
    let mut missed = 0;
    let waiting = rx.len();
    let mut lagged = false;
    while heard.len() < waiting {
        match rx.try_recv() {
            Ok(goal) => heard.push(goal),
            Err(TryRecvError::Lagged(_)) => lagged = true,
            Err(_) => break,
        }
    }
    if lagged {
        missed += 2 * (waiting - heard.len()) as u64;
    }
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
