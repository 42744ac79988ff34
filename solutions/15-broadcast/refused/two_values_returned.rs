//! Returns two values without parentheses. | tuple-parentheses: "To return two values"

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};
pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = vec![];
    let mut missed = 0;
    loop {
        match rx.recv().await {
            Ok(g) => heard.push(g),
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => return heard, missed,
        }
    }
}
