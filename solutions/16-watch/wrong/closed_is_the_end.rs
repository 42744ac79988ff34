//! Stops as soon as the sender is gone, whatever it had set before that. | a_change_just_before_the_desk_is_closed_is_applied: "just before the sender is dropped"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() || rx.has_changed().is_err() {
            return applied;
        }
    }
}
