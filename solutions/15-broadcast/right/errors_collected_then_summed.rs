//! Keeps all that the receiver said as it was said, and sorts it out when it is over.

pub mod given;

use futures::future;
use futures::stream::{StreamExt, unfold};
use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let said: Vec<Result<Goal, RecvError>> =
        unfold(rx, |mut rx| async move { Some((rx.recv().await, rx)) })
            .take_while(|said| future::ready(!matches!(said, Err(RecvError::Closed))))
            .collect()
            .await;
    let (goals, losses): (Vec<_>, Vec<_>) = said.into_iter().partition(Result::is_ok);
    let missed = losses.into_iter().map(|loss| match loss {
        Err(RecvError::Lagged(lost)) => lost,
        _ => 0,
    });
    (goals.into_iter().flatten().collect(), missed.sum())
}
