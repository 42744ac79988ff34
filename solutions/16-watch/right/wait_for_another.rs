//! Waits for a value that differs from the last one, instead of for a change.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    // Setting the desk to what it says already moves nothing this way. It is the value that counts
    // here, not the act of setting it.
    let mut applied = vec![rx.borrow().clone()];
    loop {
        let last = applied.last().expect("it begins with one").clone();
        move_lamps(&last).await;
        match rx.wait_for(|config| *config != last).await {
            Ok(config) => applied.push(config.clone()),
            Err(_) => return applied,
        }
    }
}
