//! Keeps only the last ten in its list. | all_of_this_holds_for_whatever_evening: "The list that it returned has length"
pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = std::collections::VecDeque::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        if applied.len() == 10 {
            applied.pop_front();
        }
        applied.push_back(config);
        if rx.changed().await.is_err() {
            return applied.into();
        }
    }
}
