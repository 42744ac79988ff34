//! Forgets to import `sleep`. | not-imported: "add `use tokio::time::sleep;`"

pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::select! {
        copy = m.download() => Some(copy),
        _ = sleep(patience) => None,
    }
}
