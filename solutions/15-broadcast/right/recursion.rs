//! One goal at a time, and the rest by recursion.

pub mod given;

use given::Goal;
use std::pin::Pin;
use tokio::sync::broadcast::{self, error::RecvError};

fn rest<'a>(
    rx: &'a mut broadcast::Receiver<Goal>,
    so_far: &'a mut (Vec<Goal>, u64),
) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    Box::pin(async move {
        match rx.recv().await {
            Ok(goal) => so_far.0.push(goal),
            Err(RecvError::Lagged(lost)) => so_far.1 += lost,
            Err(RecvError::Closed) => return,
        }
        rest(rx, so_far).await;
    })
}

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let mut heard = (Vec::new(), 0);
    rest(&mut rx, &mut heard).await;
    heard
}
