//! Keeps what `borrow` gives while it waits for a change. | watch-guard: "Clone the value in the same line"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    let mut config = rx.borrow_and_update();
    loop {
        move_lamps(&config).await;
        applied.push(config.clone());
        if rx.changed().await.is_err() {
            return applied;
        }
        config = rx.borrow_and_update();
    }
}
