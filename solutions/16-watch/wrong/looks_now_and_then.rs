//! Looks every 110 milliseconds whether anything has changed. | a_change_is_applied_the_moment_it_is_made: "a pause between two looks" | a_change_just_before_the_desk_is_closed_is_applied: "a pause between two looks" | it_returns_when_the_desk_is_closed_and_all_is_applied: "a pause between two looks"

pub mod given;

use given::{Config, move_lamps};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = vec![rx.borrow_and_update().clone()];
    move_lamps(&applied[0]).await;
    loop {
        let config = rx.borrow().clone();
        if applied.last() != Some(&config) {
            move_lamps(&config).await;
            applied.push(config);
        } else if rx.has_changed().is_err() {
            return applied;
        } else {
            sleep(Duration::from_millis(110)).await;
        }
    }
}
