//! Waits for the move and for the next change together, and keeps the first that came. | of_all_changes_during_a_move_only_the_last_is_applied: "A watch channel is no queue" | a_change_just_before_the_desk_is_closed_is_applied: "A watch channel is no queue" | it_returns_what_was_applied_in_order: "A watch channel is no queue"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    let mut next = Some(rx.borrow_and_update().clone());
    while let Some(config) = next {
        let change = async {
            rx.changed().await.ok()?;
            Some(rx.borrow_and_update().clone())
        };
        ((), next) = tokio::join!(move_lamps(&config), change);
        applied.push(config);
    }
    applied
}
