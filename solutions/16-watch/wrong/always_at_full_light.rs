//! Moves the lamps to the right scene, and always to full brightness. | it_returns_what_was_applied_in_order: "That is not what the lamps did"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&Config { brightness: 101, ..config.clone() }).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
