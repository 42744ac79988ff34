//! A thread of std's computes a checksum of the copy, and answers by a channel.

pub mod given;
use given::Mirror;
use std::time::Duration;

async fn checked(copy: String) -> String {
    let (tx, rx) = tokio::sync::oneshot::channel();
    let thread = std::thread::spawn(move || {
        let sum: u64 = copy.bytes().map(u64::from).sum();
        assert!(sum > 0);
        tx.send(copy).unwrap();
    });
    let copy = rx.await.unwrap();
    thread.join().unwrap();
    copy
}

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let copy = tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    };
    checked(copy).await
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let copy = tokio::time::timeout(patience, m.download()).await.ok()?;
    Some(checked(copy).await)
}
