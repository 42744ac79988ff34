//! Asks first whether there is something new, and waits only when there is not.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        match rx.has_changed() {
            Ok(true) => continue,
            // Closed, or nothing new: only changed tells whether there is a last value to see.
            Ok(false) | Err(_) => {}
        }
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
