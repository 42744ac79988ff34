//! Does not look at what changed says, and so goes on for ever. | what_is_set_at_the_beginning_is_applied_at_once: "This is an endless loop" | a_change_is_applied_the_moment_it_is_made: "This is an endless loop" | of_all_changes_during_a_move_only_the_last_is_applied: "This is an endless loop" | what_was_set_before_it_began_is_applied_once: "This is an endless loop" | a_change_just_before_the_desk_is_closed_is_applied: "This is an endless loop" | it_returns_when_the_desk_is_closed_and_all_is_applied: "This is an endless loop" | every_move_is_finished_before_the_next_begins: "This is an endless loop" | it_returns_what_was_applied_in_order: "This is an endless loop" | nothing_is_left_running: "This is an endless loop"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    while applied.len() < 100_000 {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        let _ = rx.changed().await;
    }
    applied
}
