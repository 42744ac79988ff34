//! An inner loop for as long as nothing is lost, an outer one for the losses.

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (vec![], 0);
    let mut losses = async |heard: &mut Vec<Goal>| loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => return Some(lost),
            Err(RecvError::Closed) => return None,
        }
    };
    while let Some(lost) = losses(&mut heard).await {
        missed += lost;
    }
    (heard, missed)
}
