//! A stream of the values that are new whenever somebody asks, and a fold over it.

pub mod given;

use futures::stream::{Stream, StreamExt, unfold};
use given::{Config, move_lamps};
use tokio::sync::watch;

/// Each time it is asked: the latest value, once there is one that was not given before.
fn news(mut rx: watch::Receiver<Config>) -> impl Stream<Item = Config> {
    rx.mark_changed();
    unfold(rx, |mut rx| async move {
        rx.changed().await.ok()?;
        let config = rx.borrow_and_update().clone();
        Some((config, rx))
    })
}

pub async fn follow(rx: watch::Receiver<Config>) -> Vec<Config> {
    // then asks for the next only when the move is done: a stream is as lazy as a future.
    news(rx)
        .then(|config| async move {
            move_lamps(&config).await;
            config
        })
        .collect()
        .await
}
