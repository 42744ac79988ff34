//! Gives the loser a moment to notice that it was aborted. | a_race_takes_no_longer_than_its_winner: "aborting a task takes no time"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::{sleep, timeout};

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let mut a = tokio::spawn(a.download());
    let mut b = tokio::spawn(b.download());
    let copy = tokio::select! {
        copy = &mut a => {
            b.abort();
            copy.unwrap()
        }
        copy = &mut b => {
            a.abort();
            copy.unwrap()
        }
    };
    sleep(Duration::from_millis(10)).await;
    copy
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
