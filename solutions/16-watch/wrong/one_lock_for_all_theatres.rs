//! Has one lock for all theatres, from the beginning of an evening to its end. | all_of_this_holds_for_whatever_evening: "share something"

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut moved: Vec<Config> = Vec::new();
    static LAMPS: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let _lamps = LAMPS.lock().await;
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        moved.push(config);
        if rx.changed().await.is_err() {
            return moved;
        }
    }
}
