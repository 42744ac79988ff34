//! One move, and the rest by recursion.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

async fn rest(rx: &mut watch::Receiver<Config>, applied: &mut Vec<Config>) {
    let config = rx.borrow_and_update().clone();
    move_lamps(&config).await;
    applied.push(config);
    if rx.changed().await.is_ok() {
        Box::pin(rest(rx, applied)).await;
    }
}

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    rest(&mut rx, &mut applied).await;
    applied
}
