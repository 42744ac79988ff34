//! Looks with one receiver and waits with another, which has not seen what the first has. | what_was_set_before_it_began_is_applied_once: "some ways to look at it leave it new"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut bell = rx.clone();
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if bell.changed().await.is_err() {
            return applied;
        }
    }
}
