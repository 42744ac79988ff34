//! Waits for a value that differs from the first, not from the last. | a_change_is_applied_the_moment_it_is_made: "the promise is dawn, at 11.3 s"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let first = rx.borrow_and_update().clone();
    move_lamps(&first).await;
    let mut applied = vec![first.clone()];
    while let Ok(config) = rx.wait_for(|config| *config != first).await.map(|it| it.clone()) {
        if applied.last() != Some(&config) {
            move_lamps(&config).await;
            applied.push(config);
        } else if rx.changed().await.is_err() {
            break;
        }
    }
    applied
}
