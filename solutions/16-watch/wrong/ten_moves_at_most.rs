//! Goes home after ten moves. | all_of_this_holds_for_whatever_evening: "the promise is"

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
