//! Gives the configuration away instead of lending it. | reference-expected: "only to be lent"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;
pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = vec![];
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            break;
        }
    }
    applied
}
