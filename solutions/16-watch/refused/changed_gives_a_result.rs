//! Takes the Result of `changed` for a bool. | bool-expected: "want a bool"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if !rx.changed().await {
            return applied;
        }
    }
}
