//! Spawned tasks; the loser is aborted, and its end is waited for.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut a = tokio::spawn(a.download());
    let mut b = tokio::spawn(b.download());
    let (copy, loser) = tokio::select! {
        copy = &mut a => (copy, b),
        copy = &mut b => (copy, a),
    };
    loser.abort();
    assert!(loser.await.unwrap_err().is_cancelled());
    copy.unwrap()
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut download = tokio::spawn(m.download());
    let mut timer = tokio::spawn(sleep(patience));
    let copy = tokio::select! {
        copy = &mut download => Some(copy.unwrap()),
        _ = &mut timer => None,
    };
    if copy.is_some() {
        timer.abort();
        let _ = timer.await;
    } else {
        download.abort();
        let _ = download.await;
    }
    copy
}
