//! Tries one mirror, then the other, and compares their times. | both_mirrors_are_asked_at_once: "began only when odessa had ended" | a_race_takes_no_longer_than_its_winner: "Nothing overlapped" | the_slower_download_is_broken_off_when_the_faster_is_done: "ran to its end"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::Instant;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let began = Instant::now();
    let first = a.download().await;
    let first_took = began.elapsed();
    let second = b.download().await;
    if began.elapsed() < 2 * first_took { second } else { first }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
