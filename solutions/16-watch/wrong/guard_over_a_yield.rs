//! Keeps the guard while others have a turn. | all_of_this_holds_for_whatever_evening: "The thread was blocked"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved: Vec<Config> = Vec::new();
    loop {
        let config = {
            let look = rx.borrow_and_update();
            tokio::task::yield_now().await;
            look.clone()
        };
        move_lamps(&config).await;
        moved.push(config);
        if rx.changed().await.is_err() {
            return moved;
        }
    }
}
