//! Goes home when it has fallen behind and the radio has signed off meanwhile. | after_missing_some_it_listens_on: "That no more will be sent"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => {
                missed += lost;
                if rx.is_closed() {
                    return (heard, missed);
                }
            }
            Err(RecvError::Closed) => return (heard, missed),
        }
    }
}
