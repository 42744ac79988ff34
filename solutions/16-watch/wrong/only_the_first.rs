//! Follows the first setting, and goes home. | a_change_is_applied_the_moment_it_is_made: "As long as there is a sender" | of_all_changes_during_a_move_only_the_last_is_applied: "As long as there is a sender" | a_change_just_before_the_desk_is_closed_is_applied: "As long as there is a sender" | it_returns_when_the_desk_is_closed_and_all_is_applied: "As long as there is a sender" | it_returns_what_was_applied_in_order: "As long as there is a sender"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(rx: watch::Receiver<Config>) -> Vec<Config> {
    let config = rx.borrow().clone();
    move_lamps(&config).await;
    vec![config]
}
