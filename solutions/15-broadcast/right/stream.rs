//! A stream that gives goals and losses, folded into the answer.

pub mod given;

use futures::stream::{Stream, StreamExt, unfold};
use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};

/// What can come out of a receiver, besides the end.
type Heard = Result<Goal, u64>;

fn stream(rx: broadcast::Receiver<Goal>) -> impl Stream<Item = Heard> {
    unfold(rx, |mut rx| async move {
        match rx.recv().await {
            Ok(goal) => Some((Ok(goal), rx)),
            Err(RecvError::Lagged(lost)) => Some((Err(lost), rx)),
            Err(RecvError::Closed) => None,
        }
    })
}

pub async fn listen(rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    let nothing = (Vec::new(), 0);
    stream(rx)
        .fold(nothing, |(mut heard, missed), next| async move {
            match next {
                Ok(goal) => {
                    heard.push(goal);
                    (heard, missed)
                }
                Err(lost) => (heard, missed + lost),
            }
        })
        .await
}
