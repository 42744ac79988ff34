//! Gives the first mirror a head start and asks the second only when that is over. | both_mirrors_are_asked_at_once: "a timer, such as a sleep" | a_race_takes_no_longer_than_its_winner: "It took 1.737 s" | the_slower_download_is_broken_off_when_the_faster_is_done: "cancelled at 4.537 s"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let second = async {
        sleep(Duration::from_millis(500)).await;
        b.download().await
    };
    tokio::select! {
        copy = a.download() => copy,
        copy = second => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
