//! Moves the lamps once more when the desk is closed, to be sure. | what_is_set_at_the_beginning_is_applied_at_once: "That the desk is closed tells" | a_change_is_applied_the_moment_it_is_made: "That the desk is closed tells" | of_all_changes_during_a_move_only_the_last_is_applied: "That the desk is closed tells" | what_was_set_before_it_began_is_applied_once: "That the desk is closed tells" | a_change_just_before_the_desk_is_closed_is_applied: "That the desk is closed tells" | it_returns_when_the_desk_is_closed_and_all_is_applied: "That the desk is closed tells" | it_returns_what_was_applied_in_order: "That the desk is closed tells"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        moved.push(config);
        if rx.changed().await.is_err() {
            let last = rx.borrow().clone();
            move_lamps(&last).await;
            moved.push(last);
            return moved;
        }
    }
}
