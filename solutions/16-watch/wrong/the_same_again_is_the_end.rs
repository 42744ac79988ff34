//! Takes it for the end when the desk says the same again. | it_returns_when_the_desk_is_closed_and_all_is_applied: "As long as there is a sender"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        if applied.last() == Some(&config) {
            return applied;
        }
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
