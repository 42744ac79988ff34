//! Raises a short patience to ten milliseconds. | all_of_this_holds_for_whatever_race: "the promise is that it is cancelled at"

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
    tokio::time::timeout(patience.max(Duration::from_millis(10)), m.download()).await.ok()
}
