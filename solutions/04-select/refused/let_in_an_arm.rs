//! Writes `let` in the arms of `select!`. | let-in-pattern: "without `let`"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        let copy = a.download() => copy,
        let copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
