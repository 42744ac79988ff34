//! Lists the last first. | it_returns_what_was_applied_in_order: "That is not what the lamps did"

pub mod given;

use given::{Config, move_lamps};
use std::collections::VecDeque;
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = VecDeque::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push_front(config);
        if rx.changed().await.is_err() {
            return applied.into();
        }
    }
}
