//! Goes home after ten moves. | a_change_is_applied_the_moment_it_is_made: "As long as there is a sender"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    while applied.len() < 10 {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            break;
        }
    }
    applied
}
