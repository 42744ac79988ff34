//! Takes the same scene for the same configuration, however bright. | a_change_is_applied_the_moment_it_is_made: "A configuration is both"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        if applied.last().is_none_or(|last| last.scene != config.scene) {
            move_lamps(&config).await;
            applied.push(config);
        }
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
