//! The config is moved out of the guard that `borrow_and_update` gives, instead of cloned. | moved-out-of-reference: "What is behind a reference or"
pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved = Vec::new();
    loop {
        let config = *rx.borrow_and_update();
        move_lamps(&config).await;
        moved.push(config);
        if rx.changed().await.is_err() {
            return moved;
        }
    }
}
