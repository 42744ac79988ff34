//! Waits for a change before it does anything. | what_is_set_at_the_beginning_is_applied_at_once: "It counts all the same" | a_change_is_applied_the_moment_it_is_made: "It counts all the same" | of_all_changes_during_a_move_only_the_last_is_applied: "It counts all the same" | a_change_just_before_the_desk_is_closed_is_applied: "It counts all the same" | it_returns_when_the_desk_is_closed_and_all_is_applied: "It counts all the same" | it_returns_what_was_applied_in_order: "It counts all the same"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    while rx.changed().await.is_ok() {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
    }
    applied
}
