//! Adds a patience to the moment, which overflows for the longest. | all_of_this_holds_for_whatever_race: "overflow"
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
    if patience == Duration::MAX {
        return Some(m.download().await);
    }
    let end = tokio::time::Instant::now() + patience;
    tokio::time::timeout_at(end, m.download()).await.ok()
}
