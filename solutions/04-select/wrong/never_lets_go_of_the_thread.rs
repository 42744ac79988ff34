//! Asks both in turn in a loop without an await. | the_first_copy_to_arrive_is_returned_from_either_side: "The thread was blocked" | both_mirrors_are_asked_at_once: "a loop whose every .await is ready at once" | a_race_takes_no_longer_than_its_winner: "The thread was blocked" | the_slower_download_is_broken_off_when_the_faster_is_done: "The thread was blocked"

pub mod given;

use futures::FutureExt;
use given::Mirror;
use std::pin::pin;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (mut a, mut b) = (pin!(a.download()), pin!(b.download()));
    loop {
        if let Some(copy) = a.as_mut().now_or_never() {
            return copy;
        }
        if let Some(copy) = b.as_mut().now_or_never() {
            return copy;
        }
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
