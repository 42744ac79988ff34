//! Every move is a task, awaited before the next.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        let lamps = tokio::spawn(async move {
            move_lamps(&config).await;
            config
        });
        applied.push(lamps.await.unwrap());
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
