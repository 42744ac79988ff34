//! # 16 · Watch: an answer

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

/// Has the lamps follow the desk until it is closed: the configurations that they were moved to.
pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        // The first round does not wait: what is in the channel already counts, and changed would
        // only tell of what comes after.
        //
        // borrow_and_update marks what it shows as seen. With a plain borrow, a value that was set
        // before we began would still be new afterwards, and changed would send the lamps there a
        // second time.
        //
        // What it gives is a guard on the channel's lock, and the sender cannot set the value as
        // long as the guard lives. Cloned in this one line, it lives for a moment; kept over the
        // .await below, it would keep the desk waiting for the lamps.
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);

        // All changes made meanwhile are one change now. The error says that the sender is gone
        // *and* that we have seen its last value, so there is nothing else to ask.
        if rx.changed().await.is_err() {
            return applied;
        }
    }
}
