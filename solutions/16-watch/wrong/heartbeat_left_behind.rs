//! Starts a task that shows that it is still there, and leaves it behind. | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use given::{Config, move_lamps};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    tokio::spawn(async {
        loop {
            sleep(Duration::from_secs(60)).await;
        }
    });
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
