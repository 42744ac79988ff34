//! Keeps the guard while the lamps move, so that the desk cannot be set. | of_all_changes_during_a_move_only_the_last_is_applied: "clone the value in a line of its own" | a_change_just_before_the_desk_is_closed_is_applied: "clone the value in a line of its own" | every_move_is_finished_before_the_next_begins: "clone the value in a line of its own" | it_returns_what_was_applied_in_order: "clone the value in a line of its own" | nothing_is_left_running: "clone the value in a line of its own"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        {
            let config = rx.borrow_and_update();
            move_lamps(&config).await;
            applied.push(config.clone());
        }
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
