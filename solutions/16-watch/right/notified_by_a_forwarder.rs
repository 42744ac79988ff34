//! A task says "something has changed" through a channel of one, and the latest is read when acting.

pub mod given;

use given::{Config, move_lamps};
use tokio::sync::{mpsc, watch};

pub async fn follow(rx: watch::Receiver<Config>) -> Vec<Config> {
    // Full means that the lamps have been told already and have not looked yet: once is enough.
    let (bell, mut rung) = mpsc::channel(1);
    let mut listener = rx.clone();
    listener.mark_unchanged();
    let mut current = rx;
    let ringing = tokio::spawn(async move {
        while listener.changed().await.is_ok() {
            let _ = bell.try_send(());
        }
    });
    let mut applied = Vec::new();
    loop {
        while rung.try_recv().is_ok() {}
        let config = current.borrow_and_update().clone();
        move_lamps(&config).await;
        applied.push(config);
        if rung.recv().await.is_none() {
            break;
        }
    }
    ringing.await.unwrap();
    applied
}
