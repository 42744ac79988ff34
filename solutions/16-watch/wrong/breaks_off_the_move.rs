//! Breaks off a move when there is a change. | of_all_changes_during_a_move_only_the_last_is_applied: "nothing is lost by finishing first" | a_change_just_before_the_desk_is_closed_is_applied: "nothing is lost by finishing first" | every_move_is_finished_before_the_next_begins: "lamps to dawn was broken off at 300 ms" | it_returns_what_was_applied_in_order: "nothing is lost by finishing first"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        applied.push(config.clone());
        let changed = tokio::select! {
            () = move_lamps(&config) => rx.changed().await,
            Ok(()) = rx.changed() => Ok(()),
        };
        if changed.is_err() {
            return applied;
        }
    }
}
