//! Pushes the guard instead of the value. | guard-for-value: "which only lends the value"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut done = Vec::new();
    let c = rx.borrow();
    done.push(c);
    done
}
