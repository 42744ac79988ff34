//! Closes the evening before the last move has ended. | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        applied.push(config.clone());
        let lamps = tokio::spawn(async move { move_lamps(&config).await });
        if rx.has_changed().is_err() {
            return applied;
        }
        lamps.await.unwrap();
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
