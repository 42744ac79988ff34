//! Passes the goals on through a channel with too little room, and throws away what does not fit. | all_of_this_holds_for_whatever_afternoon: "the promise is"

pub mod given;

use given::Goal;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (tx, mut goals) = tokio::sync::mpsc::channel(64);
    let task = tokio::spawn(async move {
        let mut missed = 0;
        loop {
            match rx.recv().await {
                Ok(goal) => drop(tx.try_send(goal)),
                Err(RecvError::Lagged(n)) => missed += n,
                Err(RecvError::Closed) => return missed,
            }
        }
    });
    let mut heard = Vec::new();
    while let Some(goal) = goals.recv().await {
        heard.push(goal);
    }
    (heard, task.await.unwrap_or(0))
}
