//! Has a task move the lamps while it holds what `borrow` gives. | not-send: "A task may move to another"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let seen = rx.clone();
        let moving = tokio::spawn(async move {
            let config = seen.borrow();
            move_lamps(&config).await;
            config.clone()
        });
        applied.push(moving.await.unwrap());
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
