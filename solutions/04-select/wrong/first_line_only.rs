//! Returns the first line of the copy only. | all_of_this_holds_for_whatever_race: "It returned"

pub mod given;
use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let copy = tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    };
    copy.lines().next().unwrap_or_default().to_owned()
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
