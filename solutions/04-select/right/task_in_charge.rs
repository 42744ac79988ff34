//! A task in charge of the race, which itself is aborted in the end; and extra turns.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::{JoinSet, yield_now};
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (sender, receiver) = oneshot::channel();
    let in_charge = tokio::spawn(async move {
        let mut downloads = JoinSet::new();
        downloads.spawn(a.download());
        downloads.spawn(b.download());
        let copy = downloads.join_next().await.unwrap().unwrap();
        let _ = sender.send(copy);
        // Holds on to the loser until it is aborted itself.
        std::future::pending::<()>().await;
        drop(downloads);
    });
    let copy = receiver.await.unwrap();
    in_charge.abort();
    copy
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    yield_now().await;
    let in_charge = tokio::spawn(async move {
        tokio::select! {
            copy = m.download() => Some(copy),
            () = sleep(patience) => None,
        }
    });
    let copy = in_charge.await.unwrap();
    yield_now().await;
    copy
}
