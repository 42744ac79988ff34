//! Waits for changes on a receiver that is not `mut`. | needs-mut: "It changes, so declare it with"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
