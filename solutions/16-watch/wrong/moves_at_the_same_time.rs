//! Starts every move as a task, whatever the lamps are doing. | of_all_changes_during_a_move_only_the_last_is_applied: "There is one set of lamps" | a_change_just_before_the_desk_is_closed_is_applied: "There is one set of lamps" | every_move_is_finished_before_the_next_begins: "There is one set of lamps" | it_returns_what_was_applied_in_order: "There is one set of lamps"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;
use tokio::task::JoinSet;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let (mut applied, mut moves) = (Vec::new(), JoinSet::new());
    loop {
        let config = rx.borrow_and_update().clone();
        applied.push(config.clone());
        moves.spawn(async move { move_lamps(&config).await });
        if rx.changed().await.is_err() {
            break;
        }
    }
    moves.join_all().await;
    applied
}
