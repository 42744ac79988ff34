//! Returns at once when the desk is closed, and drops the move under way. | a_change_just_before_the_desk_is_closed_is_applied: "nothing is lost by finishing first" | it_returns_when_the_desk_is_closed_and_all_is_applied: "nothing is lost by finishing first"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        let mut other = rx.clone();
        let closed = async move { while other.changed().await.is_ok() {} };
        tokio::select! {
            biased;
            () = move_lamps(&config) => moved.push(config),
            () = closed, if rx.has_changed().is_ok() => {
                if rx.has_changed().is_err() && *rx.borrow() == config {
                    moved.push(config);
                    return moved;
                }
                move_lamps(&config).await;
                moved.push(config);
            }
        }
        if rx.changed().await.is_err() {
            return moved;
        }
    }
}
