//! Starts the moves and does not wait for any. | of_all_changes_during_a_move_only_the_last_is_applied: "There is one set of lamps" | a_change_just_before_the_desk_is_closed_is_applied: "There is one set of lamps" | it_returns_when_the_desk_is_closed_and_all_is_applied: "went on without it" | every_move_is_finished_before_the_next_begins: "There is one set of lamps" | it_returns_what_was_applied_in_order: "There is one set of lamps" | nothing_is_left_running: "went on without it"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        applied.push(config.clone());
        tokio::spawn(async move { move_lamps(&config).await });
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
