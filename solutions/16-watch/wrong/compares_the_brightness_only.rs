//! Takes the same brightness for the same configuration, whatever the scene. | all_of_this_holds_for_whatever_evening: "the promise is"
pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        if applied.last().is_none_or(|last| last.brightness != config.brightness) {
            move_lamps(&config).await;
            applied.push(config);
        }
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
