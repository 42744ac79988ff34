//! A JoinSet that never has more than one in it.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;
use tokio::task::JoinSet;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let (mut applied, mut moves) = (Vec::new(), JoinSet::new());
    rx.mark_changed();
    while let Ok(()) = rx.changed().await {
        let config = rx.borrow().clone();
        moves.spawn(async move {
            move_lamps(&config).await;
            config
        });
        while let Some(config) = moves.join_next().await {
            applied.push(config.unwrap());
        }
    }
    applied
}
