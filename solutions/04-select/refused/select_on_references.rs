//! Selects on references to futures that are not pinned. | not-pinned: "A future has to stay in"

pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut first = a.download();
    let mut second = b.download();
    tokio::select! {
        copy = &mut first => copy,
        copy = &mut second => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
