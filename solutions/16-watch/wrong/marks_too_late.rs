//! Marks as seen only after the move, and with it what came meanwhile. | of_all_changes_during_a_move_only_the_last_is_applied: "A change that comes while you are busy" | a_change_just_before_the_desk_is_closed_is_applied: "A change that comes while you are busy" | it_returns_what_was_applied_in_order: "the promise is"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow().clone();
        move_lamps(&config).await;
        applied.push(config);
        rx.mark_unchanged();
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
