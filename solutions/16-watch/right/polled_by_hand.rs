//! poll_fn over changed.

pub mod given;

use given::{Config, move_lamps};
use std::future::{Future, poll_fn};
use std::pin::pin;
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    loop {
        let config = rx.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        let mut changed = pin!(rx.changed());
        if poll_fn(|cx| changed.as_mut().poll(cx)).await.is_err() {
            break;
        }
    }
    applied
}
