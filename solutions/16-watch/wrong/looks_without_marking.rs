//! Looks with a plain borrow, which leaves an unseen value unseen. | what_was_set_before_it_began_is_applied_once: "some ways to look at it leave it new"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
