//! Writes a loop as in Python. | block-syntax: "A block stands in braces"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;
pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = vec![];
    while True:
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
    applied
}
