//! Waits for one, then takes whatever else is there without waiting.

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{
    self,
    error::{RecvError, TryRecvError},
};

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let (mut heard, mut missed) = (Vec::new(), 0);
    loop {
        match rx.recv().await {
            Ok(goal) => heard.push(goal),
            Err(RecvError::Lagged(lost)) => missed += lost,
            Err(RecvError::Closed) => return (heard, missed),
        }
        loop {
            match rx.try_recv() {
                Ok(goal) => heard.push(goal),
                Err(TryRecvError::Lagged(lost)) => missed += lost,
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Closed) => return (heard, missed),
            }
        }
    }
}
