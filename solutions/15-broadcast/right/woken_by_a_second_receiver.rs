//! Waits with a receiver of its own, and reads the one that it was given without waiting.

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    let mut bell = rx.resubscribe();
    loop {
        match rx.try_recv() {
            Ok(goal) => heard.push(goal),
            Err(TryRecvError::Lagged(lost)) => missed += lost,
            Err(TryRecvError::Closed) => return (heard, missed),
            // Whatever the bell says, there is something to be read now: a goal, a loss, or the end.
            Err(TryRecvError::Empty) => drop(bell.recv().await),
        }
    }
}
