//! Waits for the download and looks at the clock afterwards. | when_the_patience_is_over_the_answer_is_none_at_once: "only then gave it up" | giving_up_breaks_off_the_download: "ran to its end at 20 s"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::Instant;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let began = Instant::now();
    let copy = m.download().await;
    if began.elapsed() <= patience { Some(copy) } else { None }
}
