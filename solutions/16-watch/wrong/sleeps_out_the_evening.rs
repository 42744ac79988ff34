//! Waits a while after the last move, in case the desk is opened again. | it_returns_when_the_desk_is_closed_and_all_is_applied: "still it waited for something else"

pub mod given;

use given::{Config, move_lamps};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            sleep(Duration::from_secs(1)).await;
            return applied;
        }
    }
}
