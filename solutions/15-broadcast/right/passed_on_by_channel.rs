//! A task that does nothing but listen passes all on through a channel without a limit.

pub mod given;

use given::Goal;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::sync::mpsc;

pub async fn listen(mut rx: broadcast::Receiver<Goal>) -> (Vec<Goal>, u64) {
    // Whoever is slow with each goal can hear everything this way: the ear never waits for the hand.
    let (ear, mut hand) = mpsc::unbounded_channel();
    let listening = tokio::spawn(async move {
        let mut missed = 0;
        loop {
            match rx.recv().await {
                Ok(goal) if !ear.is_closed() => drop(ear.send(goal)),
                // Nobody takes them any more: there is nobody to listen for.
                Ok(_) => return missed,
                Err(RecvError::Lagged(lost)) => missed += lost,
                Err(RecvError::Closed) => return missed,
            }
        }
    });
    let mut heard = Vec::new();
    while let Some(goal) = hand.recv().await {
        heard.push(goal);
    }
    (heard, listening.await.expect("the ear has nothing to panic about"))
}
