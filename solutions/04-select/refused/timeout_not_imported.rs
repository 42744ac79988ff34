//! Uses `timeout` and `sleep` without saying whose. | not-imported: "add `use tokio::time::timeout;`"

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
    match timeout(patience, m.download()).await {
        Ok(copy) => Some(copy),
        Err(_) => None,
    }
}
