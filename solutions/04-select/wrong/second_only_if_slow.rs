//! Gives up on the first mirror before it asks the second. | both_mirrors_are_asked_at_once: "odessa had been cancelled" | a_race_takes_no_longer_than_its_winner: "gdansk began only when split was over" | the_slower_download_is_broken_off_when_the_faster_is_done: "harwich was cancelled at 2.5 s"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    match timeout(Duration::from_millis(2_500), a.download()).await {
        Ok(copy) => copy,
        Err(_) => b.download().await,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
