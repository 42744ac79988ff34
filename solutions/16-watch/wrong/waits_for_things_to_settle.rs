//! Waits a little after each change, in case there is another. | a_change_is_applied_the_moment_it_is_made: "it was a timer that it waited for" | of_all_changes_during_a_move_only_the_last_is_applied: "it was a timer that it waited for" | a_change_just_before_the_desk_is_closed_is_applied: "it was a timer that it waited for" | it_returns_when_the_desk_is_closed_and_all_is_applied: "it was a timer that it waited for"

pub mod given;

use given::{Config, move_lamps};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rx.changed().await.is_err() {
            return applied;
        }
        sleep(Duration::from_millis(130)).await;
    }
}
