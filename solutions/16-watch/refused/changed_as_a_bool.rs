//! Asks `changed` as if it gave a bool. | bool-expected: "want a bool"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut done = Vec::new();
    while rx.changed().await {
        let c = rx.borrow().clone();
        done.push(c);
    }
    done
}
