//! Lets a task follow the desk and does not wait for it. | a_change_just_before_the_desk_is_closed_is_applied: "went on without it" | it_returns_when_the_desk_is_closed_and_all_is_applied: "went on without it" | it_returns_what_was_applied_in_order: "the promise is" | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use given::{Config, move_lamps};
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let applied = Arc::new(Mutex::new(Vec::new()));
    let shared = applied.clone();
    tokio::spawn(async move {
        loop {
            let config = rx.borrow_and_update().clone();
            move_lamps(&config).await;
            shared.lock().unwrap().push(config);
            if rx.changed().await.is_err() {
                return;
            }
        }
    });
    applied.lock().unwrap().clone()
}
