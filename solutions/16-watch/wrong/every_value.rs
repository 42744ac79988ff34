//! Takes every value into a queue, so as to miss none. | of_all_changes_during_a_move_only_the_last_is_applied: "A watch channel is no queue" | a_change_just_before_the_desk_is_closed_is_applied: "A watch channel is no queue" | it_returns_what_was_applied_in_order: "A watch channel is no queue"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::mpsc;
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let (queue, mut values) = mpsc::unbounded_channel();
    let watching = async move {
        let _ = queue.send(rx.borrow_and_update().clone());
        while rx.changed().await.is_ok() {
            let _ = queue.send(rx.borrow_and_update().clone());
        }
    };
    let moving = async {
        let mut applied = Vec::new();
        while let Some(config) = values.recv().await {
            move_lamps(&config).await;
            applied.push(config);
        }
        applied
    };
    tokio::join!(watching, moving).1
}
