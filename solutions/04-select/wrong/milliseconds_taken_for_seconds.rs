//! Takes the milliseconds of the patience for seconds. | when_the_patience_is_over_the_answer_is_none_at_once: "Nothing ended it when the patience was over" | giving_up_breaks_off_the_download: "ran to its end at 20 s"

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
    let patience = Duration::from_secs(patience.as_millis() as u64);
    tokio::time::timeout(patience, m.download()).await.ok()
}
