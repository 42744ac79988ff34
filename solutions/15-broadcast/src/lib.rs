//! # 15 · Broadcast: an answer

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

/// Listens to the radio until it signs off: the goals that it heard, and how many it missed.
pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    // The receiver has stood in the stream of goals since it was made, so what waits in it comes
    // first. A new one (resubscribe) would stand behind all of that.
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            // The channel keeps so many goals and no more. The sender does not wait for the slowest
            // listener, it writes over the oldest goal, and whoever had not heard it yet is told,
            // once, how many are gone. The next recv gives the oldest that is still there. That is
            // why `while let Ok(goal)` would be a bug here: it takes this for the end.
            Err(RecvError::Lagged(lost)) => missed += lost,
            // The last sender is dropped and there is nothing left to hear.
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
