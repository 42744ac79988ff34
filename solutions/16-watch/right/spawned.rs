//! A spawned task, awaited.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let task = tokio::spawn(async move {
        let mut applied = Vec::new();
        loop {
            let config = rx.borrow_and_update().clone();
            move_lamps(&config).await;
            applied.push(config);
            if rx.changed().await.is_err() {
                return applied;
            }
        }
    });
    task.await.unwrap()
}
