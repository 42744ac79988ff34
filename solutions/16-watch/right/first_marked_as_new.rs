//! Marks the first value as new, so that it is a change like all others.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    rx.mark_changed();
    while rx.changed().await.is_ok() {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
    }
    applied
}
