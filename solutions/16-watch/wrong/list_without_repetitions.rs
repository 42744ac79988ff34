//! Moves twice when the same is set twice, and lists it once. | all_of_this_holds_for_whatever_evening: "The list that it returned has length"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        moved.push(config);
        if rx.changed().await.is_err() {
            moved.dedup();
            return moved;
        }
    }
}
