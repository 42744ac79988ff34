//! Notes what the desk says and forgets the lamps. | what_is_set_at_the_beginning_is_applied_at_once: "once it is awaited" | a_change_is_applied_the_moment_it_is_made: "once it is awaited" | of_all_changes_during_a_move_only_the_last_is_applied: "once it is awaited" | what_was_set_before_it_began_is_applied_once: "once it is awaited" | a_change_just_before_the_desk_is_closed_is_applied: "once it is awaited" | it_returns_when_the_desk_is_closed_and_all_is_applied: "once it is awaited" | it_returns_what_was_applied_in_order: "once it is awaited"

pub mod given;

use given::Config;
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = vec![rx.borrow_and_update().clone()];
    while rx.changed().await.is_ok() {
        applied.push(rx.borrow_and_update().clone());
    }
    applied
}
