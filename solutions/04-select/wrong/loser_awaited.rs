//! Races by reference and awaits the loser afterwards, to be tidy. | a_race_takes_no_longer_than_its_winner: "Both downloads ran to their end" | the_slower_download_is_broken_off_when_the_faster_is_done: "ran to its end"

pub mod given;

use given::Mirror;
use std::pin::pin;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (mut a, mut b) = (pin!(a.download()), pin!(b.download()));
    tokio::select! {
        copy = &mut a => {
            b.await;
            copy
        }
        copy = &mut b => {
            a.await;
            copy
        }
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
