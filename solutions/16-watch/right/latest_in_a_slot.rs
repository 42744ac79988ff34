//! Somebody watches all the time and keeps the latest in a slot, and somebody else moves the lamps.

pub mod given;

use given::{Config, move_lamps};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use tokio::sync::Notify;
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let slot = Mutex::new(Some(rx.borrow_and_update().clone()));
    let (filled, over) = (Notify::new(), AtomicBool::new(false));
    let watching = async {
        while rx.changed().await.is_ok() {
            *slot.lock().unwrap() = Some(rx.borrow_and_update().clone());
            filled.notify_one();
        }
        over.store(true, Relaxed);
        filled.notify_one();
    };
    let moving = async {
        let mut applied = Vec::new();
        loop {
            let next = slot.lock().unwrap().take();
            match next {
                Some(config) => {
                    move_lamps(&config).await;
                    applied.push(config);
                }
                None if over.load(Relaxed) => return applied,
                None => filled.notified().await,
            }
        }
    };
    tokio::join!(watching, moving).1
}
