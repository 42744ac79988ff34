//! Remembers from the evening before where the lamps are. | all_of_this_holds_for_whatever_evening: "the promise is"

pub mod given;

use given::{Config, move_lamps};
use std::sync::Mutex;
use tokio::sync::watch;

static LEFT: Mutex<Option<Config>> = Mutex::new(None);

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved: Vec<Config> = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        let there = LEFT.lock().unwrap().as_ref() == Some(&config);
        if !there {
            move_lamps(&config).await;
            *LEFT.lock().unwrap() = Some(config.clone());
            moved.push(config);
        }
        if rx.changed().await.is_err() {
            return moved;
        }
    }
}
