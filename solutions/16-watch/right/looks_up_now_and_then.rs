//! Looks up now and then while it waits, and goes on waiting.

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
        loop {
            match timeout(Duration::from_secs(71), rx.changed()).await {
                Err(_) => continue,
                Ok(Ok(())) => break,
                Ok(Err(_)) => return applied,
            }
        }
    }
}
