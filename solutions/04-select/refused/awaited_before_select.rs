//! Awaits the downloads before `select!` sees them. | awaited-too-early: "A future is expected here, and"

pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download().await => copy,
        copy = b.download().await => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
