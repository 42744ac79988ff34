//! Goes home when nothing has changed for fifty minutes. | it_returns_when_the_desk_is_closed_and_all_is_applied: "As long as there is a sender"

pub mod given;

use given::{Config, move_lamps};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        match timeout(Duration::from_secs(3_000), rx.changed()).await {
            Ok(Ok(())) => {}
            _ => return applied,
        }
    }
}
