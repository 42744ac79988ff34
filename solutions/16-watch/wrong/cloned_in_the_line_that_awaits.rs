//! Clones what the guard shows, in a statement that lasts as long as the move. | of_all_changes_during_a_move_only_the_last_is_applied: "The thread was blocked" | a_change_just_before_the_desk_is_closed_is_applied: "The thread was blocked" | every_move_is_finished_before_the_next_begins: "The thread was blocked" | it_returns_what_was_applied_in_order: "The thread was blocked" | nothing_is_left_running: "The thread was blocked"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        move_lamps(&rx.borrow_and_update().clone()).await;
        applied.push(rx.borrow().clone());
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
