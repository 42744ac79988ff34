//! Keeps the guard while it waits for a change. | watch-guard: "Clone the value in the same line"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut done = Vec::new();
    loop {
        let c = rx.borrow_and_update();
        move_lamps(&c).await;
        done.push(c.clone());
        if rx.changed().await.is_err() {
            break;
        }
    }
    done
}
