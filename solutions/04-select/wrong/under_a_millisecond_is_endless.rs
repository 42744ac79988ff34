//! A patience of less than a millisecond counts as none at all. | all_of_this_holds_for_whatever_race: "the promise is that it is cancelled"
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
        return None;
    }
    let limit = patience.as_millis();
    if limit == 0 || patience == Duration::MAX {
        // No limit that a timer could count.
        return Some(m.download().await);
    }
    tokio::time::timeout(patience, m.download()).await.ok()
}
