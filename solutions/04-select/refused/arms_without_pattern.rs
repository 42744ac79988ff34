//! Leaves out the pattern in the arms of `select!`. | select-arm: "Each arm of `select!` reads"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        a.download() => copy,
        b.download() => copy,
    }
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
