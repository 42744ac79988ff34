//! The patience takes part in the race as a mirror of its own.

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
    let over = "no copy ever reads like this";
    let first = fastest(Mirror::new("patience", patience, over), m).await;
    (first != over).then_some(first)
}
