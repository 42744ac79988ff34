//! Receives from a watch channel as from mpsc. | other-channel: "Each kind of channel is read"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;
pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = vec![];
    while let Some(config) = rx.recv().await {
        move_lamps(&config).await;
        applied.push(config);
    }
    applied
}
