//! Joins both downloads and returns the one that was quicker. | a_race_takes_no_longer_than_its_winner: "ran to their end" | the_slower_download_is_broken_off_when_the_faster_is_done: "not all"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::Instant;
use tokio::time::timeout;

async fn timed(mirror: Mirror) -> (Duration, String) {
    let began = Instant::now();
    let copy = mirror.download().await;
    (began.elapsed(), copy)
}

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (a, b) = tokio::join!(timed(a), timed(b));
    if a.0 < b.0 { a.1 } else { b.1 }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
