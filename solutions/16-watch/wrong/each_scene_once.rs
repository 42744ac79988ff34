//! Leaves out what was there before. | a_change_is_applied_the_moment_it_is_made: "the promise is dawn, at 11.3 s"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        if !applied.iter().any(|before| before.scene == config.scene) {
            move_lamps(&config).await;
            applied.push(config);
        }
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
