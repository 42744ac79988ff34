//! Tasks that are asked to stop, and let go of their download by themselves.

pub mod given;

use given::Mirror;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let stop = Arc::new(Notify::new());
    let (sender, mut receiver) = mpsc::channel(2);
    for mirror in [a, b] {
        let (stop, sender) = (stop.clone(), sender.clone());
        tokio::spawn(async move {
            tokio::select! {
                copy = mirror.download() => { let _ = sender.send(copy).await; }
                () = stop.notified() => {}
            }
        });
    }
    let copy = receiver.recv().await.unwrap();
    stop.notify_waiters();
    copy
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let (mut sender, receiver) = oneshot::channel();
    tokio::spawn(async move {
        tokio::select! {
            copy = m.download() => { let _ = sender.send(copy); }
            // The receiver is gone: nobody waits for the copy any more.
            () = sender.closed() => {}
        }
    });
    timeout(patience, receiver).await.ok()?.ok()
}
